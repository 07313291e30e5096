using AiAttribution.Core.Deployments;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Tests.Fixtures;

namespace AiAttribution.Core.Tests.Policy.Rules;

public class RuleVerdictTests
{
    private const string Tested = "\"require\": { \"tests\": \"tested\" }";

    [Theory]
    [InlineData("error", true)]
    [InlineData("warning", false)]
    [InlineData("info", false)]
    public void Only_an_error_fails(string severity, bool fails)
    {
        RuleVerdict verdict = RuleScenario.Judge($"\"severity\": \"{severity}\", {Tested}", new PolicyInput { Members = [RuleScenario.Member()] });

        Assert.Equal((RuleOutcome.Violated, fails), (verdict.Outcome(RuleScenario.Today), verdict.Fails(RuleScenario.Today)));
    }

    [Fact]
    public void Rule_that_is_off_is_not_judged() =>
        Assert.Empty(RuleJudge.Judge(RuleScenario.ReadPolicy($$"""{ "rules": [{ "id": "r", "severity": "off", {{Tested}} }] }"""), new PolicyInput { Members = [RuleScenario.Member()] }));

    [Theory]
    [InlineData("warn", false, RuleSeverity.Warning)]
    [InlineData("fail", true, RuleSeverity.Error)]
    internal void Missing_evidence_fails_only_where_the_rule_says_so(string unknown, bool fails, RuleSeverity severity)
    {
        RuleVerdict verdict = RuleScenario.Judge($"\"unknown\": \"{unknown}\", {Tested}", new PolicyInput { Members = [RuleScenario.Member(TestTrail.Unmeasured)] });

        Assert.Equal((RuleOutcome.CannotTell, fails), (verdict.Outcome(RuleScenario.Today), verdict.Fails(RuleScenario.Today)));
        Assert.Equal((RuleCodes.CannotTell, severity), (RuleCodes.Of(verdict.Rule, verdict.Findings[0]), verdict.SeverityOf(verdict.Findings[0])));
    }

    [Theory]
    [InlineData("v1", 0)]
    [InlineData("v0", 1)]
    public void Work_up_to_since_is_out_of_scope(string since, int judged) =>
        Assert.Equal(judged, RuleScenario.Judge($"\"scope\": {{ \"since\": \"{since}\" }}, {Tested}", WithBaselines).Judged);

    [Theory]
    [InlineData("v1", FindingKind.Lenient, false)]
    [InlineData("v0", FindingKind.Violation, true)]
    internal void Work_up_to_new_only_is_warned_about(string newOnly, FindingKind kind, bool fails)
    {
        RuleVerdict verdict = RuleScenario.Judge($"\"newOnly\": \"{newOnly}\", {Tested}", WithBaselines);

        Assert.Equal((kind, fails, RuleSeverity.Warning), (verdict.Findings[0].Kind, verdict.Fails(RuleScenario.Today), fails ? RuleSeverity.Warning : verdict.SeverityOf(verdict.Findings[0])));
    }

    [Fact]
    public void Baseline_that_names_nothing_leaves_the_rule_without_an_answer()
    {
        RuleVerdict verdict = RuleScenario.Judge($"\"newOnly\": \"v9\", {Tested}", WithBaselines);

        Assert.Equal(RuleOutcome.CannotTell, verdict.Outcome(RuleScenario.Today));
        Assert.StartsWith("'v9' is neither a tag, a commit nor a date here: git fetch --tags", verdict.Findings[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("main", RuleOutcome.Violated)]
    [InlineData("feature/x", RuleOutcome.Passed)]
    [InlineData(null, RuleOutcome.CannotTell)]
    internal void Rule_for_a_branch_holds_there_only(string? branch, RuleOutcome outcome) =>
        Assert.Equal(outcome, RuleScenario.Judge($"\"scope\": {{ \"branches\": [\"main\", \"release/*\"] }}, {Tested}", new PolicyInput { Members = [RuleScenario.Member()], Branch = branch }).Outcome(RuleScenario.Today));

    [Fact]
    public void Range_leaves_out_what_other_commits_brought()
    {
        var input = new PolicyInput { Members = [RuleScenario.Member(commit: "aaaaaaaaaaaa"), RuleScenario.Member(commit: "bbbbbbbbbbbb")], Range = new HashSet<string> { "bbbbbbbbbbbb" } };

        Assert.Equal(1, RuleScenario.Judge(Tested, input).Judged);
    }

    [Fact]
    public void Missing_history_leaves_a_rule_without_an_answer() =>
        Assert.Equal(RuleOutcome.CannotTell, RuleScenario.Judge(Tested, new PolicyInput { HistoryGap = "cut off" }).Outcome(RuleScenario.Today));

    [Fact]
    public void Policy_that_names_no_rule_has_one_that_fails_nothing()
    {
        RuleVerdict verdict = Assert.Single(RuleJudge.Judge(AttributionPolicy.Default, new PolicyInput { Members = [RuleScenario.Member(deployment: DeploymentTrail.None)] }));

        Assert.Equal(("trails", "AIA2001", RuleOutcome.Violated, false), (verdict.Rule.Id, verdict.Rule.Require.Code, verdict.Outcome(RuleScenario.Today), verdict.Fails(RuleScenario.Today)));
    }

    private static PolicyInput WithBaselines => new()
    {
        Members = [RuleScenario.Member()],
        Baselines = new Dictionary<string, IReadOnlySet<string>> { ["v0"] = new HashSet<string>(), ["v1"] = new HashSet<string> { "aaaaaaaaaaaa" } },
    };
}
