using System.Globalization;
using System.Text.Json;
using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Core.Model.Envelopes;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Cli.Tests;

/// <summary>What a repository sends to a fleet.</summary>
public sealed class EnvelopeTests : IDisposable
{
    private readonly OutcomeRepository _shop = new();

    public EnvelopeTests() => _shop.Git.Git("remote", "add", "origin", "https://user:secret@Host.Example/Owner/Shop.git");

    public void Dispose() => _shop.Dispose();

    [Fact]
    public async Task History_gives_the_weeks_that_outcomes_tells()
    {
        _shop.Type("Cart", 9).Land(7, OutcomeRepository.ByAgent).Type("Order", 4).Land(8).Deploy(20).Deploy(50);
        JsonElement[] told = [.. JsonDocument.Parse((await _shop.Run("--format", "json", "--weeks", "52")).Out).RootElement.GetProperty("weeks").EnumerateArray()];

        ToolRun run = await _shop.Run("--envelopes", "out", "--weeks", "52");

        Assert.Equal(0, run.ExitCode);
        Envelope envelope = WrittenEnvelope.In(Path.Combine(_shop.Git.Root, "out"));
        EnvelopeRow[] weeks = envelope.Of(EnvelopeTables.Outcome);
        Assert.Equal(("host.example/owner/shop", "history", 52), (envelope.Repository, envelope.Head["build"], weeks.Length));
        Assert.Equal(told.Select(w => (w.GetProperty("week").GetString(), w.GetProperty("low").GetDecimal(), w.GetProperty("ai").GetDecimal())), weeks.Select(w => ((string?)w["week"], (decimal)w["low"]!, (decimal)w["ai"]!)));
        Assert.Equal(1.5m, weeks.Sum(w => (decimal)w["low"]!));
        Assert.Equal((42L, 12L), Lines(envelope));
    }

    [Fact]
    public async Task Folder_of_envelopes_may_stand_in_output()
    {
        _shop.Type("Cart", 9).Land(7).Deploy(8);

        ToolRun run = await _shop.Run("--envelopes", "--weeks", "4", "--output", "there");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(4, WrittenEnvelope.In(Path.Combine(_shop.Git.Root, "there")).Of(EnvelopeTables.Outcome).Length);
    }

    [Fact]
    public async Task Same_commit_gives_the_same_file()
    {
        _shop.Type("Cart", 9).Land(7, OutcomeRepository.ByAgent).Deploy(8);

        await _shop.Run("--envelopes", "out");
        await _shop.Run("--envelopes", "out");

        Assert.Single(Directory.GetFiles(Path.Combine(_shop.Git.Root, "out")));
    }

    [Fact]
    public async Task Report_tells_lines_that_add_up_and_weeks_and_members()
    {
        _shop.Type("Cart", 9).Land(7, OutcomeRepository.ByAgent).Deploy(8);
        _shop.Git.Git("tag", "v1.0.0");

        ToolRun run = await ToolRun.In(["GITHUB_ACTIONS=true", "GITHUB_RUN_ID=7", "GITHUB_JOB=build", "GITHUB_RUN_ATTEMPT=2"], _shop.Git.Root, "report", "--output", "out", "--format", "envelope");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Envelope envelope = WrittenEnvelope.In(Path.Combine(_shop.Git.Root, "out"));
        Assert.Equal(("7/build", 2L, "github", "default", true), (envelope.Head["build"], envelope.Head["attempt"], envelope.Head["ci"], envelope.Head["branch"], envelope.Head["deployments"]));
        Assert.Equal((35L, 12L), Lines(envelope));
        Assert.NotEmpty(envelope.Of(EnvelopeTables.Outcome));
        Assert.NotEmpty(envelope.Of(EnvelopeTables.Funnel));
        Assert.NotEmpty(envelope.Of(EnvelopeTables.Survival));
    }

    [Fact]
    public async Task Pull_request_is_no_state_of_its_target()
    {
        await ToolRun.In(["GITHUB_ACTIONS=true", "GITHUB_BASE_REF=main", "GITHUB_RUN_ID=8"], _shop.Git.Root, "report", "--output", "out", "--format", "envelope");

        Assert.Equal("other", WrittenEnvelope.In(Path.Combine(_shop.Git.Root, "out")).Head["branch"]);
    }

    [Fact]
    public async Task Repository_of_one_builder_is_not_publishable_and_names_no_agent()
    {
        _shop.Type("Cart", 9).Land(7, OutcomeRepository.ByAgent).Deploy(8);

        await _shop.Run("--envelopes", "out");

        Envelope envelope = WrittenEnvelope.In(Path.Combine(_shop.Git.Root, "out"));
        Assert.Equal(false, envelope.Head["publishable"]);
        Assert.All(envelope.Rows.Where(r => r.Table.IndexOf("publishable") >= 0 && !IsQuiet(r)), r => Assert.Equal(false, r["publishable"]));
        Assert.DoesNotContain("claude", EnvelopeText.Of(envelope), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Month_in_which_five_builders_worked_is_publishable()
    {
        for (int builder = 1; builder <= 5; builder++)
        {
            string name = "Type" + builder.ToString(CultureInfo.InvariantCulture);
            _shop.Type(name, 9).Land(32 + builder, OutcomeRepository.ByAgent, $"{name} <{name}@host.example>");
        }

        _shop.Deploy(40).Deploy(60);

        await _shop.Run("--envelopes", "out");

        Envelope envelope = WrittenEnvelope.In(Path.Combine(_shop.Git.Root, "out"));
        Assert.Equal(["2026-02"], envelope.Of(EnvelopeTables.Outcome).Where(w => (bool)w["publishable"]! && !IsQuiet(w)).Select(w => CellTimes.MonthOfWeek((string)w["week"]!)).Distinct());
        Assert.Contains(envelope.Of(EnvelopeTables.Lines), l => (string)l["agent"]! == "claude-code");
    }

    [Fact]
    public async Task Repository_without_a_remote_is_named_by_its_policy()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", "class A { }\n").Commit("Begin");

        ToolRun nameless = await ToolRun.Of(repository.Root, "outcomes", "--envelopes", "out");
        repository.Write("ai-attribution.json", """{ "fleet": { "repository": "host.example/owner/shop" } }""").Commit("Name it");
        ToolRun named = await ToolRun.Of(repository.Root, "outcomes", "--envelopes", "out");

        Assert.Equal((2, 0), (nameless.ExitCode, named.ExitCode));
        Assert.Contains("{ \"fleet\": { \"repository\": \"host.example/owner/shop\" } }", nameless.Error, StringComparison.Ordinal);
        Assert.Equal("host.example/owner/shop", WrittenEnvelope.In(Path.Combine(repository.Root, "out")).Repository);
    }

    [Fact]
    public async Task Two_releases_have_no_envelope()
    {
        ToolRun run = await ToolRun.Of(_shop.Git.Root, "report", "HEAD..HEAD", "--output", "out", "--format", "envelope");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("the format 'envelope' tells of one commit", run.Error, StringComparison.Ordinal);
    }

    /// <summary>All lines, and those that are AI.</summary>
    private static (long All, long Ai) Lines(Envelope envelope) =>
        (envelope.Of(EnvelopeTables.Lines).Sum(l => (long)l["lines"]!), envelope.Of(EnvelopeTables.Lines).Where(l => (string)l["state"]! == "ai").Sum(l => (long)l["lines"]!));

    /// <summary>A week of a month in which nobody committed tells of nobody.</summary>
    private static bool IsQuiet(EnvelopeRow row) => row.Table == EnvelopeTables.Outcome && (decimal)row["high"]! == 0;
}
