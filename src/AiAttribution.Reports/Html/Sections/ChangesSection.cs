using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Release;
using static AiAttribution.Core.Text.Figures;
using static AiAttribution.Reports.Html.HtmlParts;

namespace AiAttribution.Reports.Html.Sections;

/// <summary>Question 4: what is new, compared with the release before or at least since the baseline; without both nobody knows.</summary>
internal static class ChangesSection
{
    private const string Question = "What changed since the last release?";

    public static HtmlSection Of(ReportModel report)
    {
        if (report.Delta is { } delta)
            return new("changes", Question, $"{DeltaSummary.Sentence(delta)} Compared with {ReleaseParts.Name(delta.Before)}.", true, ReleaseParts.Of(delta));
        if (report.Policy.Since is not { } since || report.Commit is null)
        {
            string release = report.Deployments.Newest is { } newest && IsPlain(newest) ? newest : "v1.0";
            return HtmlSection.Unknown("changes", Question, "Not known: no baseline was given.",
                Markup.Of($"<p>Give the release before; then only what is newer is judged, and this section tells it apart:</p>\n{Command($"ai-attribution report --format html --since {release}")}<p>Two releases are compared member by member, with what the newer one cost, by a range:</p>\n{Command($"ai-attribution report {release}..HEAD --format html --output artifacts")}"));
        }

        Markup bar = new PartsTable("AI lines by age", "AI lines").Of(
            [("newer than the baseline", report.Lines.Ai - report.Lines.Baseline), ("of the baseline", report.Lines.Baseline)]);
        string answer = $"{Count(report.Lines.Ai - report.Lines.Baseline, "AI line is", "AI lines are")} newer than the baseline {since}; {Count(report.Lines.Baseline, "older one is", "older ones are")} told and never judged.";
        return new("changes", Question, answer, true, report.Lines.Ai > 0 ? bar : Markup.Empty);
    }

    /// <summary>Whether a name from the repository may stand in a command that somebody pastes into a shell.</summary>
    private static bool IsPlain(string name) => name[0] != '-' && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '/');
}
