using AiAttribution.Reports.Html;
using static AiAttribution.Reports.Html.HtmlParts;

namespace AiAttribution.Fleet.Pages;

/// <summary>Question 1: what lasting change reached production.</summary>
internal static class ChangeSection
{
    private const string Question = "What lasting change reached production?";
    private const int MonthsBefore = 6;

    public static HtmlSection Of(Site site, Scope scope)
    {
        if (scope.Changes.Count == 0)
        {
            return HtmlSection.Unknown("change", Question, scope.Withholds(FigureKind.Change) ? "Not told: too few builders stand behind it. It is counted in larger sums." : "Not known: no deployment to production is known.",
                scope.Withholds(FigureKind.Change) ? Markup.Empty : Markup.Of($"<p>Tag releases, or record deployments, and send the figures again:</p>\n{Command("ai-attribution deployments --help")}"));
        }

        string now = site.Months[^1];
        return new HtmlSection("change", Question, Answer(site, scope, now), true, MonthChart.Of(site.Months, scope).And(Table(site, scope)));
    }

    /// <summary>Lasting change of the newest month, its AI part, and the mean of the half year before it.</summary>
    private static string Answer(Site site, Scope scope, string now)
    {
        Change[] before = [.. site.Months.SkipLast(1).TakeLast(MonthsBefore).Select(m => scope.Changes.GetValueOrDefault(m)).OfType<Change>()];
        string past = before.Length == 0 ? "" : $" A month of the half year before had {FleetWords.Range(before.Average(c => c.Low), before.Average(c => c.High))}.";
        Change? change = scope.Changes.GetValueOrDefault(now);
        string month = FleetWords.Month(now);
        string newest = change is null ? $"{month}: {scope.Missing(FigureKind.Change, now)}" : $"{FleetWords.Nd(change)} normalised deployments in {month}, so far";
        return $"{newest}{(change is null ? "" : $"; AI {FleetWords.Ai(change)}; tested {FleetWords.Tested(change)}")}.{past}";
    }

    private static Markup Table(Site site, Scope scope) =>
        new HtmlTable("Normalised deployments by month of the work", "month", "lasting change:", "AI:", "tested:", "other:", "not known:", "weeks above the usual:").Of(
            [.. site.Months.Reverse()],
            month => scope.Changes.GetValueOrDefault(month) is { } change
                ? [Name(month), Inline(FleetWords.Nd(change)), Inline(FleetWords.Ai(change)), Inline(FleetWords.Tested(change)), Inline(FleetWords.Range(change.Other, change.Other)), Inline(FleetWords.Range(change.Unknown, change.Unknown)), Inline($"{change.Above}")]
                : [Name(month), Inline(scope.Missing(FigureKind.Change, month)), Markup.Empty, Markup.Empty, Markup.Empty, Markup.Empty, Markup.Empty]);

    private static Markup Name(string month) => Markup.Of($"<span class=\"whole\">{month}</span>");
}
