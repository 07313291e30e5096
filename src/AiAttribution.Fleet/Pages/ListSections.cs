using AiAttribution.Reports.Html;
using static AiAttribution.Reports.Html.HtmlParts;

namespace AiAttribution.Fleet.Pages;

/// <summary>Groups and repositories by name, with the way to their pages.</summary>
internal static class ListSections
{
    private const int MonthsBefore = 6;
    private const int MostRepositories = 1000;

    public static HtmlSection Groups(Site site)
    {
        Markup table = new HtmlTable("Groups in order of names; each beside its own half year before", "group", "repositories:", $"lasting change, {site.Months.LastOrDefault()}:", "each month of the half year before:", "AI:", "spent:", "budget:") { Elsewhere = KnownSection.Ask }.Of(site.Groups, g =>
        [
            Link(g),
            Figure(g.Repositories.Count),
            Inline(Now(site, g)),
            Inline(Before(site, g)),
            Inline(Newest(site, g.Changes) is { } change ? FleetWords.Ai(change) : g.Missing(FigureKind.Change, site.Months.LastOrDefault() ?? "")),
            Inline(Newest(site, g.Spending) is { } spent ? FleetWords.Spent(spent) : g.Missing(FigureKind.Spending, site.Months.LastOrDefault() ?? "")),
            Inline(site.Months.Count > 0 && g.Group!.BudgetOf(site.Months[^1]) is { } budget ? Core.Text.Figures.Dollars(budget) : "none"),
        ]);
        return new HtmlSection("groups", "How do the groups do?", $"{Core.Text.Figures.Count(site.Groups.Length, "group")}, each compared with its own past only.", true, table);
    }

    public static HtmlSection Repositories(Site site, Scope scope)
    {
        Dictionary<string, Scope> pages = site.Repositories.ToDictionary(r => r.Title, StringComparer.Ordinal);
        Scope[] listed = [.. scope.Repositories.Select(r => pages[r.Name])];
        Markup table = new HtmlTable("Repositories in order of names", "repository", "last known", $"lasting change, {site.Months.LastOrDefault()}:", "each month of the half year before:", "AI lines:", "origin known:") { Elsewhere = KnownSection.Ask }.Of(listed, r =>
        [
            Link(r),
            Markup.Of($"<span class=\"whole\">{r.Single!.Known ?? "never"}</span>"),
            Inline(Now(site, r)),
            Inline(Before(site, r)),
            Inline(r.Lines is { } lines ? FleetWords.Share(lines.Ai, lines.Total) : r.Missing(FigureKind.Lines)),
            Inline(r.Single.Evidence is { } known ? FleetWords.Share(known, 1) : FleetWords.NotKnown),
        ], MostRepositories);
        return new HtmlSection("repositories", "What about each repository?", $"{Core.Text.Figures.Count(listed.Length, "repository", "repositories")}, by name.", true, table);
    }

    private static Markup Link(Scope scope) => Markup.Of($"<a href=\"{scope.File}\">{scope.Title}</a>");

    private static string Now(Site site, Scope scope) =>
        Newest(site, scope.Changes) is { } change ? FleetWords.Nd(change) : scope.Missing(FigureKind.Change, site.Months.LastOrDefault() ?? "");

    private static string Before(Site site, Scope scope)
    {
        string[] months = [.. site.Months.SkipLast(1).TakeLast(MonthsBefore)];
        Change[] told = [.. months.Select(m => scope.Changes.GetValueOrDefault(m)).OfType<Change>()];
        return told.Length > 0 ? FleetWords.Range(told.Average(c => c.Low), told.Average(c => c.High)) : months.Any(m => scope.Withheld.Contains((FigureKind.Change, m))) ? FleetWords.Withheld : FleetWords.NotKnown;
    }

    private static T? Newest<T>(Site site, IReadOnlyDictionary<string, T> months)
        where T : class => site.Months.Count > 0 ? months.GetValueOrDefault(site.Months[^1]) : null;
}
