using System.Globalization;
using System.Text;
using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Cost;
using AiAttribution.Core.Policy.Rules;

namespace AiAttribution.Reports;

/// <summary>Writes <c>AiAttribution.monthly.csv</c>: the months for a sheet, a row for each month and budget; cells of what is not known are empty.</summary>
internal static class MonthlyCsv
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "AiAttribution.monthly.csv";

    private const string Head = "month,commits,ai_commits_without_record,input,output,cache_read,cache_write,usd,unpriced_tokens,surviving_usd,rule,budget_tokens,budget_usd,exceeded\n";

    /// <summary>The months as text with LF line ends; equal models give equal bytes.</summary>
    public static string Write(ReportModel report)
    {
        var text = new StringBuilder(Head);
        foreach (Month month in Month.AllOf(report))
        {
            foreach (BudgetState? budget in month.Budgets.Count == 0 ? [null] : month.Budgets.Cast<BudgetState?>())
                text.AppendJoin(',', Cells(month.Period, budget)).Append('\n');
        }

        return text.ToString();
    }

    private static string[] Cells(BudgetPeriod period, BudgetState? budget) =>
    [
        period.Name,
        Number(period.Commits),
        Number(period.Unrecorded),
        Number(period.Spent.Usage.Input),
        Number(period.Spent.Usage.Output),
        Number(period.Spent.Usage.CacheRead),
        Number(period.Spent.Usage.CacheWrite),
        Dollars(period is { IsComplete: true, Spent.Usage.Total: 0 } ? 0 : period.Spent.Cost),
        Number(period.Spent.Unpriced),
        Dollars(period.Surviving.Cost),
        CsvText.Cell(budget?.Rule ?? ""),
        budget?.Limit.Tokens is { } tokens ? Number(tokens) : "",
        Dollars(budget?.Limit.Usd),
        budget is null ? "" : budget.IsExceeded ? "yes" : "no",
    ];

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Dollars(decimal? amount) => amount?.ToString("0.00####", CultureInfo.InvariantCulture) ?? "";
}
