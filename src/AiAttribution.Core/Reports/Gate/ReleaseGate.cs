using AiAttribution.Core.Diagnostics;
using AiAttribution.Core.Reports.Model;
using AiAttribution.Core.Trails;
using AiAttribution.Core.Verdicts;
using static AiAttribution.Core.Reports.Figures;

namespace AiAttribution.Core.Reports.Gate;

/// <summary>The answer to "May I ship this?" as far as the verdict table goes. Every writer that shows an answer asks here.</summary>
/// <param name="State">The answer.</param>
/// <param name="Sentence">The answer as one sentence with full stop.</param>
/// <param name="Rules">All rules, those that block first, then by number of findings.</param>
public sealed record ReleaseGate(GateState State, string Sentence, IReadOnlyList<GateRule> Rules)
{
    private static readonly Verdict[] Verdicts = [Verdict.NeitherTestedNorDeployed, Verdict.DeployedUntested, Verdict.TestedUndeployed];

    /// <summary>The answer of a report. Without history, members or any trail it is that nobody can tell, never a pass.</summary>
    public static ReleaseGate Of(ReportModel report)
    {
        GateRule[] rules =
        [
            .. Verdicts.Select(v => GateRule.Of(report, v))
                .OrderByDescending(r => r.Blocks && r.Members.Count > 0).ThenByDescending(r => r.Members.Count > 0),
        ];
        int blocking = rules.Where(r => r.Blocks).Sum(r => r.Members.Count);
        if (blocking > 0)
            return new(GateState.Blocked, $"{Count(blocking, "AI-heavy member has", "AI-heavy members have")} neither a test trail nor a deployment trail.", rules);
        if (Missing(report) is { } missing)
            return new(GateState.CannotTell, missing, rules);
        int told = rules.Sum(r => r.Members.Count);
        return new(GateState.Clear, $"{(told == 0 ? "No rule found anything." : $"{Count(told, "finding", "findings")} of rules that do not block.")}{Unmeasured(report)}", rules);
    }

    /// <summary>Silence about tests is no good news: say when none was measured.</summary>
    private static string Unmeasured(ReportModel report) =>
        report.Members.Any(m => m.Verdict.IsAiHeavy) && report.Members.All(m => m.Verdict.Test == TestTrail.Unmeasured) ? " No test was measured." : "";

    private static string? Missing(ReportModel report)
    {
        if (report.Commit is null)
            return "Nothing was attributed.";
        if (report.Notes.Any(n => n.Diagnostic == EnvironmentDiagnostics.NoCompiler))
            return "The members of this code are not known.";
        int unjudged = report.Members.Count(m => m.Verdict.Verdict == Verdict.NothingToJudgeBy);
        if (unjudged > 0)
            return $"{Count(unjudged, "AI-heavy member", "AI-heavy members")} cannot be judged: neither tests nor deployments are known.";
        return report.Lines.HistoryMissing > 0 ? $"The history of {Count(report.Lines.HistoryMissing, "line")} is missing." : null;
    }
}
