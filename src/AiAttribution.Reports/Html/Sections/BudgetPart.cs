using AiAttribution.Core.Model;
using AiAttribution.Core.Policy.Rules;
using static AiAttribution.Core.Text.Figures;
using static AiAttribution.Reports.Html.HtmlParts;

namespace AiAttribution.Reports.Html.Sections;

/// <summary>The budgets of the release and the month that are judged: limit, what is spent of it, and what nobody knows.</summary>
internal static class BudgetPart
{
    /// <summary>The table; nothing where the policy sets no budget.</summary>
    public static Markup Of(ReportModel report)
    {
        BudgetState[] states = [.. BudgetState.Of(report.Policy, report.Periods).Where(s => s.Period.IsCurrent)];
        if (states.Length == 0)
            return Markup.Empty;
        return new HtmlTable("Budgets of this release and this month", "budget", "limit", "spent", "how far", "not known", "answer").Of(states, s =>
        [
            Markup.Of($"{s.Rule}<br><span class=\"place\">{BudgetWords.Of(s.Period.Span)} {s.Period.Name}</span>"),
            Inline(s.Limit.Text),
            Inline(s.IsUnknown ? "unknown" : s.Limit.Spent(s.Period.Spent, s.Period.IsComplete)),
            s.IsUnknown ? Inline("–") : Bar(s),
            Inline(Unknown(s)),
            Markup.Of($"<span class=\"whole\">{Answer(s)}</span>"),
        ]);
    }

    /// <summary>The larger share of both limits; the bar of an exceeded budget is full.</summary>
    private static Markup Bar(BudgetState state)
    {
        double share = Math.Max(state.TokenShare ?? 0, state.CostShare ?? 0);
        return Markup.Of($"<span class=\"whole\">{(state.IsComplete ? "" : "at least ")}{Percent(share)} {ShareBar.Of(share)}</span>");
    }

    private static string Unknown(BudgetState state)
    {
        List<string> parts = [];
        if (!state.Period.IsComplete)
            parts.Add($"{Count(state.Period.Unrecorded, "AI commit")} without a full session record");
        if (state.Limit.Usd is not null && state.Period.Spent.Unpriced > 0)
            parts.Add($"{TokenWords.Number(state.Period.Spent.Unpriced)} tokens without a price");
        return parts.Count == 0 ? "nothing" : string.Join("; ", parts);
    }

    private static string Answer(BudgetState state) => state.IsUnknown ? "? cannot tell" : state.IsExceeded ? "✕ exceeded" : state.IsComplete ? "✓ within" : "? within as far as known";
}
