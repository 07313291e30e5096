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
    public async Task Tested_part_of_weeks_is_told_where_tests_were_measured()
    {
        _shop.Type("Cart", 9).Type("Order", 9).Land(7, OutcomeRepository.ByAgent).Deploy(8).Deploy(60);
        _shop.Git.Write("cover.xml", "<coverage timestamp=\"1\"><packages><package><classes><class filename=\"Cart.cs\"><lines><line number=\"3\" hits=\"1\"/><line number=\"4\" hits=\"0\"/></lines></class></classes></package></packages></coverage>");
        File.SetLastWriteTimeUtc(Path.Combine(_shop.Git.Root, "Cart.cs"), DateTime.UnixEpoch);

        await _shop.Run("--envelopes", "measured", "--coverage", "cover.xml");
        File.Delete(Path.Combine(_shop.Git.Root, "cover.xml"));
        await _shop.Run("--envelopes", "unmeasured");

        Envelope measured = WrittenEnvelope.In(Path.Combine(_shop.Git.Root, "measured"));
        EnvelopeRow week = measured.Of(EnvelopeTables.Outcome).Single(w => w["tested_low"] is not null);
        Assert.Equal((true, 2m, 0.5m, 1.5m), (measured.Head["coverage"], week["low"], week["tested_low"], week["tested_high"]));
        Assert.All(WrittenEnvelope.In(Path.Combine(_shop.Git.Root, "unmeasured")).Of(EnvelopeTables.Outcome), w => Assert.Null(w["tested_high"]));
    }

    [Fact]
    public async Task Signs_of_silence_are_those_that_a_report_tells_capture_that_lapsed_among_them()
    {
        _shop.Type("Cart", 9).Land(7, OutcomeRepository.ByAgent).Deploy(8);
        _shop.Git.Git("notes", "--ref=aiattribution/sessions", "add", "-m", """{"v":1,"id":"i","agent":"claude-code","session":"s","method":"environment","exactness":"exact","models":[{"model":"claude-opus-4-8","output":5}],"responses":[]}""", "HEAD");
        _shop.File(".claude/settings.json", """{"attribution":{"commit":""}}""").Land(9);
        for (int day = 10; day < 13; day++)
            _shop.Type($"More{day}", 3).Land(day, OutcomeRepository.ByAgent);

        await _shop.Run("--envelopes", "out");
        await _shop.Tool("report", "--format", "envelope", "--output", "reported");

        foreach (string folder in new[] { "out", "reported" })
            Assert.Equal([("agent told to leave no sign", "2026-01-10"), ("capture lapsed", "2026-01-08")], WrittenEnvelope.In(Path.Combine(_shop.Git.Root, folder)).Of(EnvelopeTables.Silence).Select(s => ((string)s["kind"]!, (string?)s["since"])));
    }

    [Fact]
    public async Task File_that_is_too_large_to_be_attributed_is_unknown_and_not_left_out()
    {
        using var repository = new TestRepository();
        repository.Git("remote", "add", "origin", "https://host.example/owner/shop");
        repository.Write("A.cs", "class A { }\n").Write("Huge.cs", string.Concat(Enumerable.Repeat(new string('x', 1 << 20) + "\n", 65))).Commit("Begin");

        await ToolRun.Of(repository.Root, "outcomes", "--envelopes", "out");

        EnvelopeRow[] lines = WrittenEnvelope.In(Path.Combine(repository.Root, "out")).Of(EnvelopeTables.Lines);
        Assert.Equal([("other", 1L), ("unknown", 65L)], lines.Where(l => (long)l["lines"]! > 0).Select(l => ((string)l["state"]!, (long)l["lines"]!)));
    }

    [Fact]
    public async Task Repository_that_was_renamed_keeps_the_name_that_its_policy_holds()
    {
        _shop.Git.Write("ai-attribution.json", """{ "fleet": { "repository": "host.example/owner/old-shop" } }""");
        _shop.Land(1);

        await _shop.Run("--envelopes", "out");

        Assert.Equal("host.example/owner/old-shop", WrittenEnvelope.In(Path.Combine(_shop.Git.Root, "out")).Repository);
    }

    [Theory]
    [InlineData("git@Host.Example:Owner/Shop.git")]
    [InlineData("ssh://git@host.example:2222/owner/shop")]
    [InlineData("HTTPS://token@HOST.example/owner/shop/")]
    public async Task Every_way_to_reach_a_repository_gives_one_name(string address)
    {
        _shop.Git.Git("remote", "set-url", "origin", address);

        await _shop.Run("--envelopes", "out");

        Assert.Equal("host.example/owner/shop", WrittenEnvelope.In(Path.Combine(_shop.Git.Root, "out")).Repository);
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
