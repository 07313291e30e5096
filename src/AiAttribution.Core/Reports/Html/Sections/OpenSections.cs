using AiAttribution.Core.Reports.Json;
using static AiAttribution.Core.Reports.Html.HtmlParts;

namespace AiAttribution.Core.Reports.Html.Sections;

/// <summary>Question 9, which the model has no answer to: said, so that nobody takes silence for one.</summary>
internal static class OpenSections
{
    public static HtmlSection Survival() => HtmlSection.Unknown("lasts", "Does it last?", "Not known: how long AI lines survive is not measured by this report.",
        Markup.Of($"<p>Keep {Code(JsonReport.FileName)} of every release; lines by file and members in two of them show what stayed.</p>\n"));
}
