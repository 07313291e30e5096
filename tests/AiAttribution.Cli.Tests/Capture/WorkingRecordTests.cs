using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Cli.Tests.Capture;

/// <summary>The record grows by what is not committed, and goes with it.</summary>
public sealed class WorkingRecordTests : IDisposable
{
    private const string Cart = "src/Lib/Cart.cs";

    private readonly TemporaryFolder _home = new();
    private readonly TestRepository _repository = RepositoryBuilder.Create();

    public void Dispose()
    {
        _home.Dispose();
        _repository.Dispose();
    }

    [Fact]
    public async Task Doctor_names_the_record_and_what_takes_it_away()
    {
        Assert.Contains("ok      not committed: nothing is recorded of lines that are not committed", await Out("doctor"), StringComparison.Ordinal);
        Edit(Cart, SessionWork.Cart);
        await Working();

        Assert.Matches(@"ok      not committed: 12 lines in 1 file of 1 session \(claude-code\), recorded \d{4}-\d\d-\d\d \d\d:\d\d UTC; it goes with the next 'ai-attribution working' when they are committed or taken back, or delete ai-attribution/working\.json in the git directory\n", await Out("doctor"));
        _repository.Write(".git/ai-attribution/working.json", "[]");
        Assert.Contains("missing not committed: ai-attribution/working.json in the git directory is not as this tool writes it, or others can write in its folder, so it is not read\n        → ai-attribution working\n", await Out("doctor"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Record_holds_no_more_than_what_is_not_committed()
    {
        foreach (int number in Enumerable.Range(1, 4))
        {
            Edit($"src/Lib/A{number}.cs", SessionWork.Cart.Replace("Cart", $"Cart{number}", StringComparison.Ordinal), $"s{number}");
            await Working();
            if (number < 4)
                _repository.Commit("Add");
        }

        string record = _repository.Read(".git/ai-attribution/working.json");
        Assert.Equal((true, false, false), (record.Contains("\"s4\"", StringComparison.Ordinal), record.Contains("\"s3\"", StringComparison.Ordinal), record.Contains("A1.cs", StringComparison.Ordinal)));
        Assert.InRange(record.Length, 1, 300);
    }

    [Fact]
    public async Task A_commit_without_evidence_is_other_as_ever_and_the_record_goes()
    {
        Edit(Cart, SessionWork.Cart);
        await Working();
        _repository.Commit("Add a cart");

        Assert.Contains($"{Cart}\t12\t0\t12\t0\t0\n", await Out("lines"), StringComparison.Ordinal);
        await Working();
        Assert.False(File.Exists(Path.Combine(_repository.Root, ".git/ai-attribution/working.json")));
    }

    private void Edit(string path, string text, string session = "s1")
    {
        new AgentLog(_home.Path, _repository.Root, session).Respond(DateTimeOffset.UtcNow.AddMinutes(-1), 90, path, text);
        _repository.Write(path, text);
    }

    private Task<ToolRun> Working() => ToolRun.Of(_repository.Root, "working", "--home", _home.Path);

    private async Task<string> Out(params string[] verb) => (await ToolRun.Of(_repository.Root, verb)).Out;
}
