using AiAttribution.Cli.Logs;
using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Core.Sessions;
using AiAttribution.Testing.Files;

namespace AiAttribution.Cli.Tests.Sessions;

/// <summary>One test for each row of the homes' own table of totals.</summary>
public class SharedHomeTests
{
    [SharedDataFact]
    public void Base_claude_counts_streamed_resumed_and_replayed_lines_once() =>
        Assert.Equal(new TokenUsage(42, 479, 19_700, 2_000, 2_000), Total("base", "claude-code"));

    [SharedDataFact]
    public void Base_codex_skips_repeated_totals() =>
        Assert.Equal(new TokenUsage(1_600, 300, 1_400, Reasoning: 90), Total("base", "codex"));

    [SharedDataFact]
    public void Extra_claude_reads_lines_without_request_spaced_json_nulls_and_two_requests() =>
        Assert.Equal(new TokenUsage(42 + 3 + 4 + 6 + 8, 479 + 30 + 40 + 60 + 80, 19_700, 2_000, 2_000), Total("extra", "claude-code"));

    [SharedDataFact]
    public void Fork_codex_counts_the_parent_once() =>
        Assert.Equal(new TokenUsage(1_600 + 500, 300 + 50, 1_400, Reasoning: 100), Total("fork", "codex"));

    [SharedDataFact]
    public void Other_gemini_takes_the_last_record_of_a_message() =>
        Assert.Equal(new TokenUsage(1_100 + 7, 300 + 80, 1_900, Reasoning: 80), Total("other", "gemini-cli"));

    [SharedDataFact]
    public void Other_pi() => Assert.Equal(new TokenUsage(11, 110, 1_100, 220), Total("other", "pi"));

    [SharedDataFact]
    public void Other_openclaw() => Assert.Equal(new TokenUsage(12, 120, 1_200, 240), Total("other", "openclaw"));

    [SharedDataFact]
    public void Other_opencode_counts_reasoning_as_output() =>
        Assert.Equal(new TokenUsage(13, 130 + 52, 1_300, 200, Reasoning: 52), Total("other", "opencode"));

    [SharedDataFact]
    public void Opencode_2_counts_beside_the_tables_of_version_1() =>
        Assert.Equal(new TokenUsage(160 + 33, 22 + 4, 1_600 + 300, 70 + 30, Reasoning: 6 + 1), Total("2026-11/opencode-2", "opencode"));

    [SharedDataFact]
    public void Other_copilot_takes_the_store_not_the_sum_at_the_end() =>
        Assert.Equal(new TokenUsage(14, 140, 1_400), Total("other", "copilot"));

    [SharedDataFact]
    public void Other_droid() => Assert.Equal(new TokenUsage(15, 150, 1_500, 300), Total("other", "factory-droid"));

    [SharedDataFact]
    public void Other_amp() => Assert.Equal(new TokenUsage(16, 160, 1_600, 320), Total("other", "amp"));

    [SharedDataFact]
    public void Other_goose() => Assert.Equal(new TokenUsage(1_700, 170), Total("other", "goose"));

    [SharedDataFact]
    public void Only_droid_and_goose_know_no_more_than_a_total() =>
        Assert.Equal(["factory-droid", "goose"], HomeReader.Sessions(AgentHome.At(SharedData.PathOf("agent-homes/other"))).Where(session => session.Exactness == Exactness.SessionTotal).Select(session => session.Agent).Order());

    private static TokenUsage Total(string home, string agent) => HomeReader.Total(SharedData.PathOf($"agent-homes/{home}"), agent);
}
