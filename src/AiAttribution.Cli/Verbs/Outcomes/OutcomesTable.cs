using System.Globalization;
using System.Text;
using AiAttribution.Core.Outcomes.Normalised;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Verbs.Outcomes;

/// <summary>The weeks as rows.</summary>
internal static class OutcomesTable
{
    public static string Csv(OutcomesResult result)
    {
        var text = new StringBuilder("week,low,high,ai,other,unknown\n");
        foreach (OutcomeWeek week in result.Weeks ?? [])
            text.Append(CultureInfo.InvariantCulture, $"{OutcomeDay.Monday(week.Week)},{week.Low:0.000},{week.High:0.000},{week.Ai:0.000},{week.Other:0.000},{week.Unknown:0.000}\n");
        return text.ToString();
    }

    public static string Markdown(OutcomesResult result)
    {
        if (result.Total is not { } total)
            return OutcomesResult.NotKnown + "\n";
        var text = new StringBuilder($"**Normalised deployments** {OutcomesText.Range(total)} in {Figures.Count(result.Weeks!.Count, "week")}\n\n| week | lasting change | AI | other | not known |\n|---|---:|---:|---:|---:|\n");
        foreach (OutcomeWeek week in result.Weeks!.Where(w => !w.IsEmpty))
            text.Append(CultureInfo.InvariantCulture, $"| {OutcomeDay.Monday(week.Week)} | {OutcomesText.Range(week)} | {week.Ai:0.0} | {week.Other:0.0} | {week.Unknown:0.0} |\n");
        return text.ToString();
    }
}
