using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Gate;
using static AiAttribution.Core.Text.Figures;
using static AiAttribution.Reports.Html.HtmlParts;

namespace AiAttribution.Reports.Html.Sections;

/// <summary>For each rule that fails: the waiver to copy, folded away, because mending comes first.</summary>
internal static class WaiverParts
{
    private const string DefaultFile = "ai-attribution.json";

    public static Markup Of(ReportModel report, ReleaseGate gate)
    {
        GateRule[] failing = [.. gate.Rules.Where(r => r.Fails)];
        return failing.Length == 0 ? Markup.Empty : Markup.Of($"<div id=\"waivers\">\n{Markup.Join(failing.Select(r => Of(r, report.PolicyFile ?? DefaultFile)))}</div>\n");
    }

    private static Markup Of(GateRule rule, string file)
    {
        Markup waiver = WaiverSnippet.Of(rule) is { } snippet
            ? Markup.Of($"<p>Put this into {Code(file)}, or its entries into the list that is there. Name the team that answers for it, never a person, and the reason. The day is past on purpose: until you choose a last day, it waives nothing.</p>\n{Lines(snippet.Split('\n'))}{More(rule)}")
            : Paragraph("No waiver can name what this rule found, because it is about no file, member or commit: change its limit or its severity in the policy.");
        return Markup.Of($"<details><summary>{(WaiverSnippet.Of(rule) is null ? $"Why {rule.Rule.Id} cannot be waived" : $"Waive {rule.Rule.Id} for a time")}</summary>\n{waiver}</details>\n");
    }

    private static Markup More(GateRule rule)
    {
        int more = WaiverSnippet.Waivable(rule).Count - WaiverSnippet.Most;
        bool isOfCommits = WaiverSnippet.Waivable(rule)[0].Place.Commit is not null;
        return more <= 0 ? Markup.Empty : Paragraph($"{Count(more, "further finding is", "further findings are")} not covered: {(isOfCommits ? "for so many, newOnly in the rule names the release since which it fails" : "for so many, write patterns of paths or members, such as src/Legacy/**")}.");
    }
}
