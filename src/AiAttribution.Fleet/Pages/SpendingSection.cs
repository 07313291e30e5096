using AiAttribution.Reports.Html;
using static AiAttribution.Reports.Html.HtmlParts;

namespace AiAttribution.Fleet.Pages;

/// <summary>Question 2: what it cost, for each normalised deployment and against the budget.</summary>
internal static class SpendingSection
{
    private const string Question = "What did the AI work cost?";

    public static HtmlSection Of(Site site, Scope scope)
    {
        string[] months = [.. site.Months.Reverse().Where(m => scope.Spending.ContainsKey(m) || scope.Withheld.Contains((FigureKind.Spending, m)))];
        if (!months.Any(scope.Spending.ContainsKey))
        {
            return months.Length > 0
                ? HtmlSection.Unknown("cost", Question, "Not told: too few builders stand behind it. It is counted in larger sums.", Markup.Empty)
                : HtmlSection.Unknown("cost", Question, "Not known: no session is recorded for any commit.", Markup.Of($"<p>On the machines where agents run:</p>\n{Command("ai-attribution init --hooks")}"));
        }

        string now = site.Months[^1];
        Spending? spending = scope.Spending.GetValueOrDefault(now);
        string spent = spending is null ? scope.Missing(FigureKind.Spending, now) : FleetWords.Spent(spending);
        string answer = $"{FleetWords.Month(now)}, so far: {spent}; for each normalised deployment {PerNd(scope, now)}.";
        return new HtmlSection("cost", Question, answer, spending is { IsUnknown: false }, Markup.Join([Table(scope, months), Unlinked(scope)]));
    }

    private static Markup Table(Scope scope, string[] months)
    {
        bool hasBudget = scope.Group is not null && months.Any(m => scope.Group.BudgetOf(m) is not null);
        string[] heads = ["month", "spent:", "for each normalised deployment:", "AI commits without a record:", .. hasBudget ? (string[])["budget:", "how far"] : []];
        return new HtmlTable("Recorded spending by month of the commits, in USD", heads).Of(months, month =>
        {
            Spending? spending = scope.Spending.GetValueOrDefault(month);
            return
            [
                Markup.Of($"<span class=\"whole\">{month}</span>"),
                Inline(spending is null ? scope.Missing(FigureKind.Spending, month) : FleetWords.Spent(spending)),
                Inline(PerNd(scope, month)),
                spending is null ? Markup.Empty : Inline($"{spending.Unrecorded:N0}"),
                .. hasBudget ? Budget(scope, month, scope.Group!.BudgetOf(month)) : [],
            ];
        });
    }

    /// <summary>Cost of one; what is known and not told stays apart from what is not known.</summary>
    private static string PerNd(Scope scope, string month) =>
        scope.Spending.GetValueOrDefault(month) is not { } spending ? scope.Missing(FigureKind.Spending, month)
        : scope.Changes.GetValueOrDefault(month) is not { } change ? scope.Missing(FigureKind.Change, month)
        : FleetWords.PerNd(spending, change);

    private static Markup[] Budget(Scope scope, string month, decimal? budget)
    {
        if (budget is not { } limit)
            return [Inline("none"), Markup.Empty];
        if (scope.Spending.GetValueOrDefault(month) is not { IsUnknown: false } spending)
            return [Inline(Core.Text.Figures.Dollars(limit)), Inline(scope.Missing(FigureKind.Spending, month))];
        decimal share = spending.Usd / limit;
        string words = spending.Usd > limit ? "✕ exceeded: " : spending.IsLowerBound ? "at least " : "";
        return [Inline(Core.Text.Figures.Dollars(limit)), Markup.Of($"<span class=\"whole\">{words}{FleetWords.Share(spending.Usd, limit)} {ShareBar.Of((double)share)}</span>")];
    }

    private static Markup Unlinked(Scope scope) => scope.Spending.GetValueOrDefault(RepositoryFigures.Unlinked) is { Tokens.IsZero: false }
        ? Paragraph("Some sessions belong to no commit, so they are in no month; what they cost is not known.")
        : Markup.Empty;
}
