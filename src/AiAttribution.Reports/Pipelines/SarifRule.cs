using AiAttribution.Core.Members;
using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Gate;
using AiAttribution.Core.Policy.Rules;

namespace AiAttribution.Reports.Pipelines;

/// <summary>A code as SARIF describes it; several rules of the policy may share one.</summary>
/// <param name="Code">The code.</param>
/// <param name="Title">What it finds, in a few words.</param>
/// <param name="Severity">The highest severity that it can have here.</param>
internal sealed record SarifRule(string Code, string Title, RuleSeverity Severity)
{
    /// <summary>The codes that a report can have, in their order.</summary>
    public static SarifRule[] Of(ReportModel report)
    {
        List<SarifRule> rules =
        [
            new(VerdictIds.NeitherTestedNorDeployed, "AI-heavy member that is neither tested nor deployed", RuleSeverity.Warning),
            new(VerdictIds.DeployedUntested, "AI-heavy member that is deployed but not tested", RuleSeverity.Info),
            new(VerdictIds.TestedUndeployed, "AI-heavy member that is tested but not deployed within the grace", RuleSeverity.Info),
            new(VerdictIds.NotMeasured, "AI-heavy member that is not deployed yet, of which no coverage is known", RuleSeverity.Info),
        ];
        IReadOnlyList<GateRule> gate = ReleaseGate.Of(report).Rules;
        IEnumerable<(string Code, RuleSeverity Severity)> own = gate.Select(r => (r.Rule.Require.Code, r.Rule.Severity));
        IEnumerable<(string Code, RuleSeverity Severity)> gaps = gate.Select(r => (RuleCodes.CannotTell, r.Rule.FailsOnUnknown ? r.Rule.Severity : RuleSeverity.Warning));
        rules.AddRange(own.Concat(gaps).GroupBy(r => r.Code).Select(g => new SarifRule(g.Key, RuleCodes.Title(g.Key), g.Max(r => r.Severity))));
        return [.. rules.OrderBy(r => r.Code, StringComparer.Ordinal)];
    }
}
