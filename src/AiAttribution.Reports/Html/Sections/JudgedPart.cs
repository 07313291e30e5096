using AiAttribution.Core.Model;
using static AiAttribution.Core.Text.Figures;
using static AiAttribution.Reports.Html.HtmlParts;

namespace AiAttribution.Reports.Html.Sections;

/// <summary>What a range does to what is judged: a reviewer must see it beside the answer.</summary>
internal static class JudgedPart
{
    private const int Most = 100;

    public static Markup Of(ReportModel report)
    {
        if (report.Judged is not { Changes.Count: > 0 } judged)
            return Markup.Empty;
        Markup table = new HtmlTable("What this change does to what is judged", "place", "kind", "what").Of(
            judged.Changes, c => [Code(c.Line > 0 ? $"{c.Path}:{c.Line}" : c.Path), Inline(c.KindText), Inline(c.Message)], Most);
        return Folded($"! This change also changes what is judged, in {Count(judged.Changes.Count, "place")}", table).And(Paragraph(judged.Note));
    }
}
