using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Gate;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Policy.Requirements;
using AiAttribution.Core.Policy.Rules;

namespace AiAttribution.Core.Tests.Model.Gate;

public class ReleaseGateTests
{
    private static readonly DateOnly Today = new(2026, 6, 1);

    [Theory]
    [InlineData(RuleSeverity.Error, FindingKind.Violation, GateState.Blocked, 1, "1 of 1 rule fails: tested.")]
    [InlineData(RuleSeverity.Warning, FindingKind.Violation, GateState.Clear, 0, "No rule fails; 1 of 1 warns: tested.")]
    [InlineData(RuleSeverity.Info, FindingKind.Violation, GateState.Clear, 0, "No rule fails; 1 of 1 warns: tested.")]
    [InlineData(RuleSeverity.Error, FindingKind.Lenient, GateState.Clear, 0, "No rule fails; 1 of 1 warns: tested.")]
    [InlineData(RuleSeverity.Error, FindingKind.Gap, GateState.CannotTell, 0, "1 of 1 rule cannot be told: tested.")]
    [InlineData(RuleSeverity.Info, FindingKind.Gap, GateState.Clear, 0, "No rule fails; 1 of 1 warns: tested.")]
    internal void Finding_decides_by_its_kind_and_the_rule_s_severity(RuleSeverity severity, FindingKind kind, GateState state, int exitCode, string sentence)
    {
        ReleaseGate gate = ReleaseGate.Of([Verdict("tested", severity, kind)], Today);

        Assert.Equal((state, exitCode, sentence), (gate.State, gate.ExitCode, gate.Sentence));
    }

    [Fact]
    public void Missing_evidence_fails_only_where_the_policy_demands_an_answer()
    {
        RuleVerdict gap = Verdict("tested", RuleSeverity.Error, FindingKind.Gap);

        ReleaseGate gate = ReleaseGate.Of([gap with { Rule = gap.Rule with { FailsOnUnknown = true } }], Today);

        Assert.Equal((GateState.CannotTell, 2, "1 of 1 rule cannot be told, and the policy demands an answer: tested."), (gate.State, gate.ExitCode, gate.Sentence));
    }

    [Fact]
    public void Violation_blocks_also_where_another_rule_cannot_be_told()
    {
        ReleaseGate gate = ReleaseGate.Of([Verdict("covered", RuleSeverity.Error, FindingKind.Gap), Verdict("tested", RuleSeverity.Error, FindingKind.Violation)], Today);

        Assert.Equal((GateState.Blocked, "1 of 2 rules fails: tested."), (gate.State, gate.Sentence));
        Assert.Equal(["tested", "covered"], gate.Rules.Select(r => r.Rule.Id));
    }

    [Theory]
    [InlineData("2026-06-01", GateState.Clear)]
    [InlineData("2026-05-31", GateState.Blocked)]
    internal void Waiver_covers_until_its_last_day(string expires, GateState state)
    {
        RuleVerdict verdict = Verdict("tested", RuleSeverity.Error, FindingKind.Violation);
        var waiver = new Waiver("tested", "payments", "is replaced", DateOnly.Parse(expires));

        ReleaseGate gate = ReleaseGate.Of([verdict with { Findings = [verdict.Findings[0] with { Waiver = waiver }] }], Today);

        Assert.Equal(state, gate.State);
    }

    [Fact]
    public void Nothing_attributed_is_no_pass() => Assert.Equal(GateState.CannotTell, ReleaseGate.Of(new ReportModel { Subject = "Lib" }).State);

    [Fact]
    public void Rules_that_found_nothing_hold() => Assert.Equal(
        (GateState.Clear, "All 2 rules hold."),
        (ReleaseGate.Of([Verdict("a", RuleSeverity.Error), Verdict("b", RuleSeverity.Error)], Today) is var gate ? gate.State : default, gate.Sentence));

    private static RuleVerdict Verdict(string id, RuleSeverity severity, params FindingKind[] kinds) => new(
        new PolicyRule(id, new TestsRequirement(TestsDemand.Tested)) { Severity = severity }, 1, [.. kinds.Select(k => new RuleFinding(k, new RulePlace("a.cs", 1, 1), "is wrong"))]);
}
