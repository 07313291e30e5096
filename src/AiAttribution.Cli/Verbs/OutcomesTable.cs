using System.Globalization;
using System.Text;
using AiAttribution.Core.Model;

namespace AiAttribution.Cli.Verbs;

/// <summary>The weeks for a sheet. A cell is empty where the figure is not known.</summary>
internal static class OutcomesTable
{
    public static string Csv(ReportOutcomes outcomes)
    {
        var text = new StringBuilder("week,low,high,ai,other,unknown,tested_low,tested_high,executable,linked_usd,unlinked_usd,usd_per_nd_low,usd_per_nd_high,ai_commits_without_record\n");
        foreach (OutcomeWindow week in outcomes.Weeks)
            text.AppendJoin(',', Cells(week)).Append('\n');
        return text.ToString();
    }

    private static IEnumerable<string> Cells(OutcomeWindow week) =>
    [
        week.Name,
        Figure(week.Figures.Low),
        Figure(week.Figures.High),
        Figure(week.Figures.Ai),
        Figure(week.Figures.Other),
        Figure(week.Figures.Unknown),
        Figure(week.Tested?.Low),
        Figure(week.Tested?.High),
        Figure(week.Tested?.Executable),
        Money(week.Cost?.Linked.Cost),
        Money(week.Cost?.Unlinked.Cost),
        Money(week.Cost?.LeastPerNd(week.Figures)),
        Money(week.Cost?.MostPerNd(week.Figures)),
        week.Cost?.Unrecorded.ToString(CultureInfo.InvariantCulture) ?? "",
    ];

    private static string Figure(double? figure) => figure?.ToString("0.000", CultureInfo.InvariantCulture) ?? "";

    private static string Money(decimal? usd) => usd?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";
}
