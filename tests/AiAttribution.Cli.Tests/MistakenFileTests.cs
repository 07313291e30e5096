using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Cli.Tests;

/// <summary>A policy that is not read is a gate that is not there: that is never silent.</summary>
public sealed class MistakenFileTests : IDisposable
{
    private const string Strict = """{ "rules": [{ "id": "no-ai", "require": { "agents": [] } }] }""";

    private readonly TestRepository _repository = RepositoryBuilder.Create();

    public void Dispose() => _repository.Dispose();

    [UnixTheory]
    [InlineData("AI-Attribution.json", true)]
    [InlineData("AI-Attribution.json", false)]
    [InlineData(".ai-attribution.json", true)]
    [InlineData("ai-attribution.jsonc", true)]
    public async Task Policy_under_another_name_stops_the_gate_and_is_broken_for_doctor(string name, bool isCommitted)
    {
        _repository.Write(name, Strict);
        if (isCommitted)
            _repository.Commit("Add the policy");

        ToolRun check = await ToolRun.Of(_repository.Root, "check");
        ToolRun doctor = await ToolRun.Of(_repository.Root, "doctor");

        Assert.Equal((2, 2), (check.ExitCode, doctor.ExitCode));
        Assert.Contains($"AIA9009: {name}: '{name}' is not read: the policy is ai-attribution.json, letter by letter. Rename it", check.Error, StringComparison.Ordinal);
        Assert.Contains($"'{name}' is not read", doctor.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ai-atribution.json")]
    [InlineData(".github/ai-attribution.json")]
    public async Task File_that_may_be_the_policy_is_told_and_the_defaults_hold(string name)
    {
        _repository.Write(name, Strict).Commit("Add the policy");

        ToolRun run = await ToolRun.Of(_repository.Root, "check");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"'{name}' is not read, so the defaults hold", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Policy_that_is_named_by_the_call_is_no_mistake()
    {
        _repository.Write("ai-attribution.jsonc", Strict);

        ToolRun run = await ToolRun.Of(_repository.Root, "check", "--policy", "ai-attribution.jsonc");

        Assert.Equal(1, run.ExitCode);
        Assert.DoesNotContain("is not read", run.Error, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task Other_files_that_steer_are_told_in_the_same_way()
    {
        _repository.Write("ai-attribution-revs", _repository.Head + "\n").Write("Deployments.jsonl", "\n");

        ToolRun run = await ToolRun.Of(_repository.Root, "doctor");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("'ai-attribution-revs' is not read, so what it lists is no evidence: the list of commits is .ai-attribution-revs", run.Out, StringComparison.Ordinal);
        Assert.Contains("'Deployments.jsonl' is not read: the records of deployments are in deployments.jsonl", run.Out, StringComparison.Ordinal);
    }
}
