using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Gate;
using AiAttribution.Core.Policy;
using static AiAttribution.Core.Text.Figures;
using static AiAttribution.Reports.Html.HtmlParts;

namespace AiAttribution.Reports.Html.Sections;

/// <summary>Question 10: every waiver with team, reason and last day; expired ones first.</summary>
internal static class WaiversSection
{
    private const int MostSuppressions = 200;
    private const string Question = "Which exceptions are open?";

    public static HtmlSection Of(ReportModel report)
    {
        Waiver[] waivers = [.. report.Policy.Waivers.OrderByDescending(w => w.IsExpired(report.Today)).ThenBy(w => w.Expires)];
        Markup suppressed = Suppressed([.. report.Suppressions.Where(s => s.Waiver is null)]);
        if (waivers.Length == 0)
            return new("exceptions", Question, "None: neither policy nor code has a waiver.", true, suppressed);
        int expired = waivers.Count(w => w.IsExpired(report.Today));
        string answer = $"{Count(waivers.Length - expired, "waiver is", "waivers are")} open{(expired > 0 ? $", {Count(expired, "more has", "more have")} expired and {(expired == 1 ? "covers" : "cover")} nothing any more" : "")}.";
        ReleaseGate gate = ReleaseGate.Of(report);
        Markup table = new HtmlTable("Waivers, expired first", "rule", "covers", "last day", "owner", "reason", "findings:").Of(waivers, waiver =>
        [
            Inline(waiver.Rule),
            Code(waiver.Covered),
            Markup.Of($"<span class=\"whole\">{waiver.ExpiresText}{(waiver.IsExpired(report.Today) ? " ✕ expired" : "")}</span>"),
            Inline(waiver.Owner),
            Inline(waiver.Reason),
            Figure(gate.Rules.Sum(r => r.Verdict.Findings.Count(f => f.Waiver == waiver))),
        ]);
        return new("exceptions", Question, answer, true, table.And(suppressed));
    }

    private static Markup Suppressed(CodeSuppression[] suppressions) => suppressions.Length == 0
        ? Markup.Empty
        : Paragraph($"Suppressed in the code without being a waiver: the compiler honours these for AIA1xxx, the policy does not, because no justification has the form '{CodeSuppression.Form}'.").And(
            new HtmlTable("SuppressMessage attributes that are no waiver", "place", "code", "justification").Of(
                suppressions, s => [Markup.Of($"<code class=\"place\">{s.Path}:{s.Line}</code>"), Inline(s.Code), Inline(s.Justification ?? "–")], MostSuppressions));
}
