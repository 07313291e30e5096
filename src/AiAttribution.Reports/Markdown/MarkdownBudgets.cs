using System.Globalization;
using System.Text;
using AiAttribution.Core.Model;
using AiAttribution.Core.Policy.Rules;
using static AiAttribution.Core.Text.Figures;
using static AiAttribution.Reports.Markdown.MarkdownText;

namespace AiAttribution.Reports.Markdown;

/// <summary>How far the budgets of the release and the month are spent.</summary>
internal static class MarkdownBudgets
{
    public static void Append(StringBuilder text, ReportModel report)
    {
        BudgetState[] states = [.. BudgetState.Of(report.Policy, report.Periods).Where(s => s.Period.IsCurrent)];
        if (states.Length == 0)
            return;
        text.Append("## Budgets\n\n");
        text.Head("rule", "period", "limit:", "spent:", "share:", "unknown");
        foreach (BudgetState state in states)
            text.Row(Code(state.Rule), Code(state.Period.Name), state.Limit.Text, state.IsUnknown ? "unknown" : state.Limit.Spent(state.Period.Spent, state.Period.IsComplete), Share(state), Unknown(state));
        text.Append('\n');
    }

    private static string Share(BudgetState state)
    {
        if (state.IsUnknown)
            return "–";
        double share = Math.Max(state.TokenShare ?? 0, state.CostShare ?? 0);
        return $"{(state.IsComplete ? "" : "at least ")}{Percent(share)}{(state.IsExceeded ? ", exceeded" : "")}";
    }

    private static string Unknown(BudgetState state)
    {
        List<string> parts = [];
        if (state.Period.Unrecorded > 0)
            parts.Add($"{Count(state.Period.Unrecorded, "AI commit")} without full record");
        if (state.Limit.Usd is not null && state.Period.Spent.Unpriced > 0)
            parts.Add($"{state.Period.Spent.Unpriced.ToString("N0", CultureInfo.InvariantCulture)} tokens without a price");
        return parts.Count == 0 ? "–" : string.Join(", ", parts);
    }
}
