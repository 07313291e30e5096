using AiAttribution.Core.Deployments;
using AiAttribution.Core.Members;
using AiAttribution.Core.Tests.Fixtures;

namespace AiAttribution.Core.Tests.Members;

public class VerdictMessageTests
{
    [Fact]
    public void Message_names_member_share_agent_session_gap_and_way_out() =>
        Assert.Equal(
            "'Calc.Add(int, int)' is 86 % AI-assisted (12 of 14 lines, claude-code m1, 1 session), no test runs it, and no deployment contains it: add a test that runs it",
            Message(LineTableBuilder.File("000000000000oo"), LineTableBuilder.Source(session: "claude:s1")));

    [Theory]
    [InlineData(5, 2_000, "< 1")]
    [InlineData(1_999, 2_000, "99")]
    [InlineData(2_000, 2_000, "100")]
    public void Share_is_never_nothing_or_all_where_it_is_neither(int ai, int code, string expected) => Assert.Equal(expected, VerdictMessage.Percent(new MemberTally(code, ai, 0, 0)));

    [Theory]
    [InlineData(FileMeasurement.Measured, DeploymentTrail.Pending, "no test runs it, and it is not deployed yet: add a test that runs it")]
    [InlineData(FileMeasurement.Measured, DeploymentTrail.Unknown, "no test runs it, and whether it shipped is not known: add a test that runs it")]
    [InlineData(FileMeasurement.Measured, DeploymentTrail.RolledBack, "no test runs it, and its deployment was rolled back: add a test that runs it")]
    [InlineData(FileMeasurement.Stale, DeploymentTrail.None, "it changed after the tests were last measured, and no deployment contains it: dotnet test --collect \"Code Coverage;Format=cobertura\"")]
    [InlineData(FileMeasurement.Unmeasured, DeploymentTrail.None, "no deployment contains it, and no coverage is known: dotnet test --collect \"Code Coverage;Format=cobertura\"")]
    internal void Message_tells_missing_from_not_measured(FileMeasurement measurement, DeploymentTrail deployment, string end) =>
        Assert.EndsWith($", {end}", Message(LineTableBuilder.File("00000", "", measurement), LineTableBuilder.Source(deployment)));

    [Theory]
    [InlineData("00000", "it is not committed yet")]
    [InlineData("00011", "a part of it is not committed yet")]
    [InlineData("11111", "it is not deployed yet")]
    public void Message_says_what_is_not_committed_yet(string marks, string missing) =>
        Assert.EndsWith(
            $", no test runs it, and {missing}: add a test that runs it",
            Message(LineTableBuilder.File(marks), LineTableBuilder.Source(DeploymentTrail.Pending) with { Commit = "000000000000" }, LineTableBuilder.Source(DeploymentTrail.Pending)));

    [Theory]
    [InlineData("Shop.Tests", "no test in Shop.Tests refers to it")]
    [InlineData("A.Tests,B.Tests", "no test in A.Tests or B.Tests refers to it")]
    [InlineData("A.Tests,B.Tests,C.Tests,D.Tests", "no test in A.Tests, B.Tests or 2 more refers to it")]
    public void Message_says_what_was_searched(string searched, string finding) =>
        Assert.EndsWith(
            $", {finding}, and it is not deployed yet: add a test that runs it",
            Message(LineTableBuilder.File("00000", "nnnnn", FileMeasurement.Unmeasured) with { Searched = searched.Split(',') }, LineTableBuilder.Source(DeploymentTrail.Pending)));

    [Fact]
    public void Top_level_code_is_to_become_a_method_because_no_test_can_call_it() =>
        Assert.EndsWith(
            ": move it into a method that a test can call",
            VerdictMessage.Of(VerdictMessage.TopLevelCode, LineTableBuilder.Judge(LineTableBuilder.File("00000", "", FileMeasurement.Unmeasured), LineTableBuilder.Source()), new VerdictPolicy()));

    [Fact]
    public void Untested_but_shipped_names_the_deployment() =>
        Assert.EndsWith(
            " and shipped in v1.2.0, but no test runs it: add a test that runs it",
            Message(LineTableBuilder.File("00000"), LineTableBuilder.Source(DeploymentTrail.Deployed, first: "v1.2.0")));

    [Fact]
    public void Shipped_in_several_deployments_names_none() =>
        Assert.EndsWith(
            " and shipped, but no test runs it: add a test that runs it",
            Message(LineTableBuilder.File("00011"), LineTableBuilder.Source(DeploymentTrail.Deployed, first: "v1"), LineTableBuilder.Source(DeploymentTrail.Deployed, first: "v2")));

    [Theory]
    [InlineData("+", DeploymentTrail.None, "a test runs it, but no deployment contains it after the grace of 14 days")]
    [InlineData("lllll", DeploymentTrail.None, "a test refers to it, but no deployment contains it after the grace of 14 days")]
    [InlineData("+", DeploymentTrail.RolledBack, "a test runs it, but its deployment was rolled back")]
    internal void Tested_but_not_deployed_says_to_ship_or_remove(string coverage, DeploymentTrail deployment, string finding) =>
        Assert.EndsWith($" and {finding}: ship it, or take it out", Message(LineTableBuilder.File("00000", coverage), LineTableBuilder.Source(deployment)));

    [Fact]
    public void Share_below_all_lines_is_never_rounded_to_100() =>
        Assert.Contains("is 99 % AI", Message(LineTableBuilder.File(new string('0', 299) + "o"), LineTableBuilder.Source()));

    [Fact]
    public void Agents_sessions_and_commits_are_counted_once()
    {
        Dictionary<string, long> tokens = new() { ["input"] = 40_000, ["output"] = 8_000 };
        AiSource one = LineTableBuilder.Source(session: "claude:s1") with { Tokens = tokens };
        AiSource same = one with { FirstDeployment = "x" };
        AiSource other = LineTableBuilder.Source(agent: "copilot", model: null, session: "copilot:s2", commit: "b");

        Assert.Contains(
            "(6 of 6 lines, claude-code m1 and copilot, 2 sessions, from commits that used 48,000 tokens)",
            Message(LineTableBuilder.File("000112"), one, same, other));
    }

    [Fact]
    public void Third_agent_is_counted_and_an_unknown_one_is_not_a_name() =>
        Assert.Contains(
            "(6 of 6 lines, a and agent not named and 1 more)",
            Message(
                LineTableBuilder.File("000112"),
                LineTableBuilder.Source(agent: "a", model: null),
                LineTableBuilder.Source(agent: "unknown", model: null),
                LineTableBuilder.Source(agent: "c", model: null)));

    private static string Message(LineTable table, params AiSource[] sources) =>
        VerdictMessage.Of("Calc.Add(int, int)", LineTableBuilder.Judge(table, sources), new VerdictPolicy(0.5, 5));
}
