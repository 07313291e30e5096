using AiAttribution.Core.Model;

namespace AiAttribution.Reports.Html.Sections;

/// <summary>The lines below the answer, each with a link to what stands behind it.</summary>
internal static class BriefPart
{
    public static Markup Of(ReportModel report)
    {
        IReadOnlyList<BriefLine> lines = Brief.Of(report);
        return lines.Count == 0 ? Markup.Empty : Markup.Of($"<dl class=\"brief\">\n{Markup.Join(lines.Select(Line))}</dl>\n<p class=\"screen\">ND is lasting change that reached production; five such words of ours are <a href=\"#{Glossary.Id}\">explained below</a>.</p>\n");
    }

    private static Markup Line(BriefLine line)
    {
        Markup name = line.Id is { } id ? Markup.Of($"<a href=\"#{id}\">{line.Name}</a>") : HtmlParts.Inline(line.Name);
        return Markup.Of($"<div><dt>{name}</dt><dd{(line.IsKnown ? Markup.Empty : new Markup(" class=\"unknown\""))}>{line.Text}</dd></div>\n");
    }
}
