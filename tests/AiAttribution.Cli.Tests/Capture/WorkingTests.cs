using System.Text.Json;
using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Json;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Cli.Tests.Capture;

public sealed class WorkingTests : IDisposable
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
    public async Task Lines_of_a_session_are_told_and_recorded()
    {
        Edit(Cart, SessionWork.Cart);

        ToolRun run = await Working();

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains($"{Cart} │            12 │ 12 │ 1-12  │ claude-code claude-sonnet-4-5 │ claude:s1", run.Out, StringComparison.Ordinal);
        Assert.EndsWith("Recorded in this clone, for builds, editors and the other verbs until they are committed: hashes of lines, session keys and agents; no text, no person.\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verbs_say_ai_and_not_committed_and_of_which_session()
    {
        Edit(Cart, SessionWork.Cart);
        await Working();

        Assert.Contains($"{Cart}\t12\t12\t0\t0\t0\n", await Out("lines"), StringComparison.Ordinal);
        Assert.Contains("ai       0000000000  claude-code claude-sonnet-4-5   5", await Out("blame", Cart), StringComparison.Ordinal);
        string explained = await Out("explain", Cart + ":6");
        Assert.Contains("is AI, grade lines", explained, StringComparison.Ordinal);
        Assert.Contains("  commit      not committed yet", explained, StringComparison.Ordinal);
        Assert.Contains("  evidence    log of the session on this machine: claude-code, model claude-sonnet-4-5, grade lines", explained, StringComparison.Ordinal);
        Assert.Contains("  session     claude:s1", explained, StringComparison.Ordinal);
        Assert.Contains("1 session), it is not committed yet, and no coverage is known: dotnet test", explained, StringComparison.Ordinal);
        using JsonDocument report = JsonDocument.Parse(await Out("report", "--format", "json"));
        Assert.Equal(12, report.RootElement.GetProperty("lines").GetProperty("aiNotCommitted").GetInt32());
        Assert.Empty(PublishedSchema.Read("nuget/ai-attribution-report.schema.json").Errors(report.RootElement));
        Assert.Contains("Cart.Total(int[])", await Out("check"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_record_no_byte_changes()
    {
        Edit(Cart, SessionWork.Cart);
        string[][] verbs = [["lines", "--ranges"], ["blame", Cart], ["explain", Cart + ":6"], ["report", "--format", "json"], ["check"]];
        string[] before = await Task.WhenAll(verbs.Select(Out));

        ToolRun run = await Working("--dry-run");

        Assert.EndsWith("\nNothing is written.\n", run.Out, StringComparison.Ordinal);
        Assert.Equal(before, await Task.WhenAll(verbs.Select(Out)));
        Assert.DoesNotContain("ai\t", before[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ranges_and_pipelines_never_read_the_record()
    {
        Edit(Cart, SessionWork.Cart);
        string[] report = ["report", "HEAD~1..HEAD", "--format", "json"];
        string before = await Out(report);
        string checkedBefore = await Out("check", "HEAD~1");
        string lines = await Out("lines");
        await Working();

        Assert.Equal(before, await Out(report));
        Assert.Equal(checkedBefore, await Out("check", "HEAD~1"));
        Assert.Equal(lines, (await ToolRun.In(["CI=true"], _repository.Root, "lines")).Out);
        Assert.NotEqual(lines, await Out("lines"));
    }

    [Fact]
    public async Task Second_run_changes_nothing_and_a_revert_takes_the_record_away()
    {
        Edit(Cart, SessionWork.Cart);
        await Working();
        string record = _repository.Read(".git/ai-attribution/working.json");

        Assert.Contains("\nRecorded before in this clone", (await Working()).Out, StringComparison.Ordinal);
        Assert.Equal(record, _repository.Read(".git/ai-attribution/working.json"));

        File.Delete(Path.Combine(_repository.Root, Cart));
        Assert.Equal("No line that is not committed is known to be of a session. The record that was there is taken away.\n", (await Working()).Out);
        Assert.Equal("No line that is not committed is known to be of a session.\n", (await Working()).Out);
        Assert.False(File.Exists(Path.Combine(_repository.Root, ".git/ai-attribution/working.json")));
    }

    [Fact]
    public async Task Record_holds_no_text_and_is_its_owners_alone()
    {
        Edit(Cart, SessionWork.Cart);
        await Working();

        string record = _repository.Read(".git/ai-attribution/working.json");
        Assert.DoesNotContain("Total", record, StringComparison.Ordinal);
        Assert.DoesNotContain(_home.Path, record, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.Combine(_repository.Root, ".git/ai-attribution")));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_repository.Root, ".git/ai-attribution/working.json")));
        }
    }

    [Fact]
    public async Task Json_keeps_to_its_schema()
    {
        Edit(Cart, SessionWork.Cart);

        ToolRun run = await Working("--format", "json");

        Assert.Empty(PublishedSchema.Read("nuget/ai-attribution-working.schema.json").Errors(run.Out));
        using JsonDocument json = JsonDocument.Parse(run.Out);
        JsonElement session = json.RootElement.GetProperty("files")[0].GetProperty("sessions")[0];
        Assert.Equal(("written", "claude:s1", "1-12"), (json.RootElement.GetProperty("record").GetString(), session.GetProperty("session").GetString(), session.GetProperty("ranges").GetString()));
    }

    [Fact]
    public async Task Lines_that_stand_in_the_index_alone_are_recorded()
    {
        Edit(Cart, SessionWork.Cart);
        _repository.Git("add", Cart);
        File.Delete(Path.Combine(_repository.Root, Cart));

        await Working();

        Assert.Contains(Cart, _repository.Read(".git/ai-attribution/working.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_edit_only_repeats_around_its_change_is_not_the_sessions()
    {
        const string mine = "    int mine = Compute();\n    Use(mine);\n    Use(mine + 1);\n";
        new AgentLog(_home.Path, _repository.Root, "s1").Respond(DateTimeOffset.UtcNow.AddMinutes(-1), 90, Cart, mine + "    Call();\n    int end = 1;\n", mine + "    int end = 1;\n");
        _repository.Write(Cart, mine + "    Call();\n    int end = 1;\n");

        Assert.Contains("│ 1 │ 4 ", (await Working()).Out.Replace("  ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_git_ignores_is_not_recorded()
    {
        _repository.Write(".gitignore", "*.secret\n").Commit("Ignore");
        Edit("a.secret", "first line\nsecond line\n");

        ToolRun run = await Working();

        Assert.Equal(("No line that is not committed is known to be of a session.\n", ""), (run.Out, run.Error));
    }

    [Fact]
    public async Task Damaged_index_costs_what_stands_in_it_alone()
    {
        Edit(Cart, SessionWork.Cart);
        _repository.Write(".git/index", "DIRCnothing of an index");

        ToolRun run = await Working();

        Assert.Equal((0, "git cannot read what is staged, so what stands in the index alone is not looked at. Run 'git status' to see why.\n"), (run.ExitCode, run.Error));
        Assert.Contains(Cart, run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task First_commit_is_not_needed()
    {
        using var repository = new TestRepository();
        new AgentLog(_home.Path, repository.Root, "s1").Respond(DateTimeOffset.UtcNow, 90, "A.cs", SessionWork.Cart);
        repository.Write("A.cs", SessionWork.Cart);

        Assert.Contains("A.cs", (await ToolRun.Of(repository.Root, "working", "--home", _home.Path)).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Working_log_of_git_ai_is_read_beside_the_logs()
    {
        _repository.Write(Cart, SessionWork.Cart);
        SessionWork.GitAi(_repository, Cart, SessionWork.Cart);

        Assert.Contains("1-12  │ cursor gpt-5 │ cursor:c1", (await Working()).Out, StringComparison.Ordinal);
        Assert.Contains("working log of git-ai: cursor, model gpt-5", await Out("explain", Cart + ":6"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("session-note", 0)]
    [InlineData("co-author-trailer", 12)]
    public async Task Policy_that_lets_no_session_count_lets_no_record_count(string source, int unknown)
    {
        _repository.Write("ai-attribution.json", $$"""{ "evidence": { "sources": ["{{source}}"] } }""");
        Edit(Cart, SessionWork.Cart);
        await Working();

        Assert.Equal(unknown == 0, (await Out("lines")).Contains(Cart, StringComparison.Ordinal) && (await Out("blame", Cart)).Contains("claude-code", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Hook_prints_nothing_and_never_fails()
    {
        using var outside = new TemporaryFolder();
        Edit(Cart, SessionWork.Cart);

        Assert.Equal(new ToolRun(0, "", ""), await ToolRun.Of(outside.Path, "working", "--hook", "--home", _home.Path));
        Assert.Equal(new ToolRun(0, "", ""), await Working("--hook"));
        Assert.True(File.Exists(Path.Combine(_repository.Root, ".git/ai-attribution/working.json")));
    }

    private void Edit(string path, string text)
    {
        new AgentLog(_home.Path, _repository.Root, "s1").Respond(DateTimeOffset.UtcNow.AddMinutes(-1), 90, path, text);
        _repository.Write(path, text);
    }

    private Task<ToolRun> Working(params string[] more) => ToolRun.Of(_repository.Root, ["working", "--home", _home.Path, .. more]);

    private async Task<string> Out(params string[] verb) => (await ToolRun.Of(_repository.Root, verb)).Out;
}
