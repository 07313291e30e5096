using AiAttribution.Core.Deployments;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Tests.Fixtures;

namespace AiAttribution.Core.Tests.Policy.Rules;

public class CodeRuleTests
{
    [Theory]
    [InlineData("tested", TestTrail.Tested, null)]
    [InlineData("tested", TestTrail.Linked, FindingKind.Violation)]
    [InlineData("linked", TestTrail.Linked, null)]
    [InlineData("linked", TestTrail.None, FindingKind.Violation)]
    [InlineData("linked", TestTrail.FailedRun, FindingKind.Violation)]
    [InlineData("linked", TestTrail.Stale, FindingKind.Gap)]
    [InlineData("linked", TestTrail.Unmeasured, FindingKind.Gap)]
    internal void Member_must_be_tested(string tests, TestTrail trail, FindingKind? kind) =>
        Assert.Equal(kind, RuleScenario.Judge($"\"require\": {{ \"tests\": \"{tests}\" }}", new PolicyInput { Members = [RuleScenario.Member(trail)] }).Findings.SingleOrDefault()?.Kind);

    [Theory]
    [InlineData(TestTrail.Tested, false, null)]
    [InlineData(TestTrail.Tested, true, FindingKind.Violation)]
    [InlineData(TestTrail.Tested, null, FindingKind.Gap)]
    [InlineData(TestTrail.Linked, false, FindingKind.Violation)]
    internal void Tests_can_have_to_come_from_another_hand(TestTrail trail, bool? sameSession, FindingKind? kind) =>
        Assert.Equal(kind, RuleScenario.Judge("\"require\": { \"tests\": \"independent\" }", new PolicyInput { Members = [RuleScenario.Member(trail) with { SameSession = sameSession }] }).Findings.SingleOrDefault()?.Kind);

    [Fact]
    public void Finding_about_a_member_says_where_how_much_and_what_mends_it()
    {
        RuleFinding finding = Assert.Single(RuleScenario.Judge("\"require\": { \"tests\": \"linked\" }", new PolicyInput { Members = [RuleScenario.Member()] }).Findings);

        Assert.Equal(("src/Calc.cs", 5, 16), (finding.Place.Path, finding.Place.Line, finding.Place.Column));
        Assert.Equal("'Calc.Mul(int, int)', where 8 of 10 code lines are AI, is executed by no test: add a test that runs it", finding.Message);
    }

    [Theory]
    [InlineData(TestTrail.None, DeploymentTrail.None, "no test runs it, and no deployment contains it): add a test that runs it, then dotnet test --collect \"Code Coverage;Format=cobertura\"")]
    [InlineData(TestTrail.None, DeploymentTrail.Unknown, "no test runs it, and whether it shipped is not known): add a test that runs it, then dotnet test --collect \"Code Coverage;Format=cobertura\"")]
    [InlineData(TestTrail.FailedRun, DeploymentTrail.RolledBack, "it ran only in a test run that failed, and its deployment was rolled back): make its tests pass, then dotnet test --collect \"Code Coverage;Format=cobertura\"")]
    internal void Member_that_is_neither_tested_nor_deployed_is_told_with_what_is_known_and_the_command(TestTrail test, DeploymentTrail deployment, string known) =>
        Assert.Equal(
            $"'Calc.Mul(int, int)', where 8 of 10 code lines are AI, is not shown to work ({known}, or release it",
            Assert.Single(RuleScenario.Judge("\"require\": { \"trails\": \"any\" }", new PolicyInput { Members = [RuleScenario.Member(test, deployment)] }).Findings).Message);

    [Theory]
    [InlineData(DeploymentTrail.None)]
    [InlineData(DeploymentTrail.RolledBack)]
    internal void Member_that_changed_after_its_tests_were_measured_is_a_gap_and_no_violation(DeploymentTrail deployment)
    {
        RuleFinding finding = Assert.Single(RuleScenario.Judge("\"require\": { \"trails\": \"any\" }", new PolicyInput { Members = [RuleScenario.Member(TestTrail.Stale, deployment)] }).Findings);

        Assert.Equal(FindingKind.Gap, finding.Kind);
        Assert.EndsWith("changed after its tests were measured: measure again with dotnet test --collect \"Code Coverage;Format=cobertura\"", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tests", "tested", 0, "was not measured: run dotnet test")]
    [InlineData("tests", "tested", 1, "was not measured, because the one coverage report does not name src/Calc.cs: run tests that load its assembly with dotnet test")]
    [InlineData("trails", "any", 3, "was not measured, because none of the 3 coverage reports names src/Calc.cs: run tests that load its assembly with dotnet test")]
    public void Member_that_no_report_names_is_told_with_the_reports_that_there_are(string key, string value, int reports, string expected) =>
        Assert.Contains(
            expected,
            Assert.Single(RuleScenario.Judge($"\"require\": {{ \"{key}\": \"{value}\" }}", new PolicyInput { Members = [RuleScenario.Member(TestTrail.Unmeasured, DeploymentTrail.None) with { ReportsOfOthers = reports }] }).Findings).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData(DeploymentTrail.Deployed, null)]
    [InlineData(DeploymentTrail.Pending, null)]
    [InlineData(DeploymentTrail.None, FindingKind.Violation)]
    [InlineData(DeploymentTrail.RolledBack, FindingKind.Violation)]
    [InlineData(DeploymentTrail.Unknown, FindingKind.Gap)]
    internal void Member_must_ship_within_the_grace(DeploymentTrail trail, FindingKind? kind) =>
        Assert.Equal(kind, RuleScenario.Judge("\"require\": { \"deployment\": \"within-grace\" }", new PolicyInput { Members = [RuleScenario.Member(deployment: trail)] }).Findings.SingleOrDefault()?.Kind);

    [Theory]
    [InlineData("\"aiLines\": 3", 1)]
    [InlineData("\"share\": 0.4", 0)]
    [InlineData("\"agents\": [\"codex\"], \"aiLines\": 1", 0)]
    [InlineData("\"agents\": [\"claude-code\"], \"aiLines\": 1", 1)]
    [InlineData("\"session\": \"known\", \"aiLines\": 1", 0)]
    public void Condition_chooses_members(string when, int judged) =>
        Assert.Equal(judged, RuleScenario.Judge($"\"when\": {{ {when} }}, \"require\": {{ \"tests\": \"linked\" }}", new PolicyInput { Members = [RuleScenario.Member(ai: 3)] }).Judged);

    [Theory]
    [InlineData("\"paths\": [\"src/**\"]", 1)]
    [InlineData("\"paths\": [\"lib/**\"]", 0)]
    [InlineData("\"except\": [\"*.cs\"]", 0)]
    public void Scope_chooses_paths(string scope, int judged) =>
        Assert.Equal(judged, RuleScenario.Judge($"\"scope\": {{ {scope} }}, \"require\": {{ \"tests\": \"linked\" }}", new PolicyInput { Members = [RuleScenario.Member()] }).Judged);

    [Fact]
    public void Member_that_is_ai_heavy_by_weak_evidence_only_is_not_judged() =>
        Assert.Equal(0, RuleScenario.Judge("\"require\": { \"tests\": \"linked\" }", new PolicyInput { Members = [RuleScenario.Member(weak: 8)] }).Judged);

    [Theory]
    [InlineData(8, 2, null)]
    [InlineData(7, 3, FindingKind.Violation)]
    [InlineData(4, 1, null)]
    internal void Ai_lines_must_be_covered_from_a_size_on(int executed, int missed, FindingKind? kind)
    {
        var input = new PolicyInput { Files = [File(executed, missed, 0)] };

        Assert.Equal(kind, RuleScenario.Judge("\"require\": { \"coverage\": { \"atLeast\": 0.8, \"lines\": 10 } }", input).Findings.SingleOrDefault()?.Kind);
    }

    [Fact]
    public void Coverage_names_the_first_line_that_nothing_executes()
    {
        RuleFinding finding = Assert.Single(RuleScenario.Judge("\"require\": { \"coverage\": { \"atLeast\": 0.8 } }", new PolicyInput { Files = [File(7, 3, 0)] }).Findings);

        Assert.Equal(new RulePlace("src/Calc.cs", 8), finding.Place);
        Assert.StartsWith("tests execute 7 of 10 measured AI lines of src/Calc.cs, and 80 % are required", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(8, 0, 1, null)]
    [InlineData(7, 0, 3, FindingKind.Gap)]
    [InlineData(2, 8, 1, FindingKind.Violation)]
    internal void Lines_that_changed_since_they_were_measured_can_go_either_way(int executed, int missed, int stale, FindingKind? kind) =>
        Assert.Equal(kind, RuleScenario.Judge("\"require\": { \"coverage\": { \"atLeast\": 0.8, \"lines\": 5 } }", new PolicyInput { Files = [File(executed, missed, stale)] }).Findings.SingleOrDefault()?.Kind);

    [Fact]
    public void File_that_was_not_measured_cannot_be_judged() =>
        Assert.Equal(FindingKind.Gap, Assert.Single(RuleScenario.Judge("\"require\": { \"coverage\": { \"atLeast\": 0.8 } }", new PolicyInput { Files = [File(0, 0, 20) with { Measurement = FileMeasurement.Unmeasured }] }).Findings).Kind);

    [Theory]
    [InlineData(0.1, 0)]
    [InlineData(0.05, 1)]
    [InlineData(0, 1)]
    public void Share_of_unknown_lines_has_a_limit(double most, int findings)
    {
        var input = new PolicyInput { Files = [new FileSubject("a.cs", 60, 10, false), new FileSubject("b.cs", 40, 0, false)] };

        Assert.Equal(findings, RuleScenario.Judge($"\"require\": {{ \"unknownShare\": {most.ToString(System.Globalization.CultureInfo.InvariantCulture)} }}", input).Findings.Count);
    }

    private static FileSubject File(int executed, int missed, int stale)
    {
        IEnumerable<LineCoverage> states = Enumerable.Repeat(LineCoverage.Executed, executed).Concat(Enumerable.Repeat(LineCoverage.NotExecuted, missed)).Concat(Enumerable.Repeat(LineCoverage.Stale, stale));
        return new FileSubject("src/Calc.cs", 100, 0, false) { Measurement = FileMeasurement.Measured, Ai = [.. states.Select((state, i) => new AiLine(i + 1, "aaaa", state, false))] };
    }
}
