using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Gate;
using AiAttribution.Core.Policy.Requirements;
using AiAttribution.Core.Policy.Rules;

namespace AiAttribution.Core.Tests.Model.Gate;

public class PipelineGateTests
{
    [Fact]
    public void Nothing_judged_fails_in_a_pipeline() => Assert.Equal((0, 2), ExitCodes(Verdict("a", 1, FindingKind.Gap), Verdict("b", 0)));

    [Fact]
    public void One_rule_that_could_judge_is_enough() => Assert.Equal((0, 0), ExitCodes(Verdict("a", 1, FindingKind.Gap), Verdict("b", 1)));

    [Fact]
    public void Rules_that_have_nothing_to_judge_pass() => Assert.Equal((0, 0), ExitCodes(Verdict("a", 0)));

    [Fact]
    public void Rule_that_only_warns_asks_for_no_answer()
    {
        RuleVerdict gap = Verdict("a", 1, FindingKind.Gap);

        Assert.Equal((0, 0), ExitCodes(gap with { Rule = gap.Rule with { Severity = RuleSeverity.Warning } }));
    }

    [Fact]
    public void Missing_history_fails_everywhere()
    {
        RuleVerdict gap = Verdict("a", 1, FindingKind.Gap);

        Assert.Equal((2, 2), ExitCodes(gap with { Findings = [gap.Findings[0] with { IsHistory = true }] }, Verdict("b", 1)));
    }

    private static (int Alone, int InPipeline) ExitCodes(params RuleVerdict[] rules)
    {
        var report = new ReportModel { Subject = "Lib", Commit = "0123", Rules = rules, Today = new DateOnly(2026, 6, 1) };
        return (ReleaseGate.Of(report).ExitCode, ReleaseGate.Of(PipelineGate.Of(report)).ExitCode);
    }

    private static RuleVerdict Verdict(string id, int judged, params FindingKind[] kinds) => new(
        new PolicyRule(id, new TestsRequirement(TestsDemand.Tested)), judged, [.. kinds.Select(k => new RuleFinding(k, new RulePlace("a.cs", 1, 1), "is wrong"))]);
}
