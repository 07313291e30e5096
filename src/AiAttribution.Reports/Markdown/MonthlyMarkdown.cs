using System.Globalization;
using System.Text;
using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Cost;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Text;
using static AiAttribution.Reports.Markdown.MarkdownText;

namespace AiAttribution.Reports.Markdown;

/// <summary>Writes <c>AiAttribution.monthly.md</c>: what AI work used each month, held against the policy's budgets.</summary>
internal static class MonthlyMarkdown
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "AiAttribution.monthly.md";

    /// <summary>The months as text with LF line ends; equal models give equal bytes.</summary>
    public static string Write(ReportModel report)
    {
        var text = new StringBuilder($"# AI work by month of {Code(report.Title)}\n\n");
        IReadOnlyList<Month> months = Month.AllOf(report);
        if (months.Count == 0)
            return text.Append($"{(report.Commit is null ? "Nothing was attributed." : MonthlySummary.Unknown)}\n").ToString();
        text.Append($"**{Plain(MonthlySummary.Sentence(months))}**\n\n");
        text.Head("month", "commits with a record:", "AI commits without:", "input:", "output:", "cache read:", "cache write:", "cost:", "of it on C# lines that survive:", "budget");
        foreach (Month month in months)
            text.Row(Cells(month));
        text.Append('\n');
        if (MonthlySummary.Unlinked(report.Tokens) is { } unlinked)
            text.Append(Plain(unlinked)).Append("\n\n");
        if (months.All(m => m.Budgets.Count == 0))
            text.Append($"A budget is a rule in {Code(AttributionPolicy.FileName)}, in money, tokens, or both:\n\n```json\n{MonthlySummary.HowToBudget}\n```\n\n");
        return text.Append(MonthlySummary.Rule).Append('\n').ToString();
    }

    private static string[] Cells(Month month)
    {
        BudgetPeriod period = month.Period;
        return
        [
            period.Name,
            Figures.Number(period.Commits),
            Figures.Number(period.Unrecorded),
            Tokens(period.Spent.Usage.Input),
            Tokens(period.Spent.Usage.Output),
            Tokens(period.Spent.Usage.CacheRead),
            Tokens(period.Spent.Usage.CacheWrite),
            month.Cost,
            TokenWords.Cost(period.Surviving),
            Plain(month.Budget),
        ];
    }

    private static string Tokens(long tokens) => tokens.ToString("N0", CultureInfo.InvariantCulture);
}
