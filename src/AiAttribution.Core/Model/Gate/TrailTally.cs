using AiAttribution.Core.Deployments;
using AiAttribution.Core.Members;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Tests;
using static AiAttribution.Core.Text.Figures;

namespace AiAttribution.Core.Model.Gate;

/// <summary>What is found of AI-heavy members where no rule says what they need.</summary>
internal static class TrailTally
{
    /// <summary>What the default rule found of the members of a range, where what the range itself deployed is no evidence.</summary>
    public static string Of(IReadOnlyList<GateRule> rules)
    {
        int judged = rules.Sum(r => r.Verdict.Judged);
        int wrong = rules.Sum(r => r.Open.Count(f => f.Kind == FindingKind.Violation));
        int open = rules.Sum(r => r.Open.Count(f => f.Kind == FindingKind.Gap));
        string members = $"of {Count(judged, "AI-heavy member")} of this range";
        if (judged == 0)
            return "No AI-heavy member is of this range.";
        if (wrong + open == 0)
            return judged == 1 ? "The AI-heavy member of this range has a test or a deployment." : $"Each {members} has a test or a deployment.";
        string found = wrong == 0 ? "" : $"{Number(wrong)} {members} {(wrong == 1 ? "has" : "have")} neither a test nor a deployment.";
        return wrong == 0 ? $"Whether {Number(open)} {members} {(open == 1 ? "is" : "are")} tested or deployed cannot be told." : open == 0 ? found : $"{found} Of {Number(open)} more it cannot be told.";
    }

    /// <summary>A sentence with full stop, or two.</summary>
    public static string Of(ReportModel report)
    {
        MemberRecord[] heavy = [.. report.Members.Where(m => m.Verdict.IsAiHeavy)];
        return heavy.Length == 0 ? None(report) : Of(report, heavy) + OfBaseline(report);
    }

    private static string None(ReportModel report) => report switch
    {
        { BaselineMembers: > 0 } => $"No AI-heavy member is newer than the baseline.{OfBaseline(report)}",
        { Lines: { WithoutOrigin: > 0 and var open, Total: var total } } => $"No AI-heavy member is known, nor the origin of {Number(open)} of {Count(total, "line")}.",
        _ => "There is no AI-heavy member.",
    };

    /// <summary>What is not judged because it is older, with a space before; empty for nothing.</summary>
    public static string OfBaseline(ReportModel report) => report.BaselineMembers == 0 ? ""
        : $" {Number(report.BaselineMembers)} more {(report.BaselineMembers == 1 ? "is" : "are")} AI-heavy by lines of the baseline, which {(report.BaselineMembers == 1 ? "is" : "are")} told and never judged.";

    private static string Of(ReportModel report, MemberRecord[] heavy)
    {
        int neither = heavy.Count(m => m.Verdict.Verdict == Verdict.NeitherTestedNorDeployed);
        int open = heavy.Count(m => m.Verdict.Verdict == Verdict.NotMeasured);
        string of = $"of {Count(heavy.Length, "AI-heavy member")}";
        if (neither > 0)
            return $"{Number(neither)} {of} {(neither == 1 ? "has" : "have")} neither a test nor a deployment.{(open > 0 ? $" Of {Number(open)} more it cannot be told." : "")}";
        if (open > 0)
            return $"Whether {Number(open)} {of} {(open == 1 ? "is" : "are")} tested or deployed cannot be told.";
        string each = heavy.Length == 1 ? "The AI-heavy member" : $"Each of {Number(heavy.Length)} AI-heavy members";
        return Array.TrueForAll(heavy, m => m.Verdict is { Test: TestTrail.Unmeasured, Deployment: DeploymentTrail.Deployed })
            ? $"{each} is deployed; whether a test runs {(heavy.Length == 1 ? "it" : "them")} is not known."
            : $"{each} has a test or a deployment.";
    }
}
