using AiAttribution.Core.Members;
using AiAttribution.Core.Policy.Rules;
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
        int heavy = report.Members.Count(m => m.Verdict.IsAiHeavy);
        int neither = report.Members.Count(m => m.Verdict.Verdict == Verdict.NeitherTestedNorDeployed);
        int unmeasured = report.Members.Count(m => m.Verdict.Verdict == Verdict.NotMeasured);
        if (heavy == 0)
            return "There is no AI-heavy member.";
        if (neither > 0)
            return $"{Number(neither)} of {Count(heavy, "AI-heavy member")} {(neither == 1 ? "has" : "have")} neither a test nor a deployment.{(unmeasured > 0 ? $" {Number(unmeasured)} more {(unmeasured == 1 ? "was" : "were")} not measured." : "")}";
        if (unmeasured > 0)
            return $"{Number(unmeasured)} of {Count(heavy, "AI-heavy member")} {(unmeasured == 1 ? "was" : "were")} not measured.";
        return heavy == 1 ? "The AI-heavy member has a test or a deployment." : $"Each of {Number(heavy)} AI-heavy members has a test or a deployment.";
    }
}
