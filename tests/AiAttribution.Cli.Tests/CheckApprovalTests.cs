using System.Text.Json;
using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Cli.Tests;

/// <summary>Approvals that a forge exported, given to <c>check</c>.</summary>
public sealed class CheckApprovalTests : IDisposable
{
    private readonly TestRepository _repository = new();
    private readonly TemporaryFolder _folder = new();

    public CheckApprovalTests()
    {
        _repository.Write("A.cs", "class A;\n").Write("ai-attribution.json", """{ "rules": [{ "id": "reviewed", "require": { "humanReview": "required" } }] }""").Commit("Begin");
        _repository.Git("tag", "v0");
        _repository.Write("A.cs", "class A;\nclass B;\n").Commit(RepositoryBuilder.ByAgent);
    }

    [Fact]
    public async Task Approval_of_the_last_commit_is_a_review()
    {
        ToolRun run = await Check(Reviews(_repository.Head));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("1 person approves the last commit.", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approval_of_an_earlier_commit_is_none()
    {
        string old = _repository.Head;
        _repository.Write("A.cs", "class A;\nclass B;\nclass C;\n").Commit(RepositoryBuilder.ByAgent);

        ToolRun run = await Check(Reviews(old));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("is approved only in an earlier state of its change: have the last commit approved", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_and_no_names_are_told()
    {
        string json = (await Check(Reviews(_repository.Head), "--format", "json")).Out;

        Assert.Equal(1, JsonDocument.Parse(json).RootElement.GetProperty("approvals").GetProperty("head").GetInt32());
        Assert.DoesNotContain("kim", json, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task File_that_git_tracks_is_no_evidence()
    {
        _repository.Write("approvals.json", """{ "approved_by": [{ "user": { "id": 1, "username": "kim" } }] }""").Commit(RepositoryBuilder.ByAgent);

        ToolRun run = await Check(Path.Combine(_repository.Root, "approvals.json"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("approvals left out: git tracks it", run.Error, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task Link_that_git_tracks_is_no_evidence()
    {
        _repository.Write("there.json", """{ "approved_by": [{ "user": { "id": 1, "username": "kim" } }] }""");
        File.CreateSymbolicLink(Path.Combine(_repository.Root, "approvals.json"), "there.json");
        _repository.Git("add", "approvals.json");
        _repository.Git("commit", "-q", "-m", RepositoryBuilder.ByAgent);

        Assert.Equal(1, (await Check(Path.Combine(_repository.Root, "approvals.json"))).ExitCode);
    }

    [Fact]
    public async Task Approvals_without_a_range_are_refused()
    {
        ToolRun run = await ToolRun.Of(_repository.Root, "check", "--approvals", Reviews(_repository.Head));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("give its base, such as origin/main", run.Error, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _repository.Dispose();
        _folder.Dispose();
    }

    private string Reviews(string commit)
    {
        string file = Path.Combine(_folder.Path, "reviews.json");
        File.WriteAllText(file, $$"""[{ "user": { "login": "kim", "type": "User" }, "state": "APPROVED", "commit_id": "{{commit}}" }]""");
        return file;
    }

    private Task<ToolRun> Check(string approvals, params string[] more) => ToolRun.Of(_repository.Root, ["check", "v0", "--approvals", approvals, .. more]);
}
