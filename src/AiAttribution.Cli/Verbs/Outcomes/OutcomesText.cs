using System.Globalization;
using System.Text;
using AiAttribution.Core.Outcomes.Normalised;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Verbs.Outcomes;

/// <summary>The weeks for a terminal, with a bar for each.</summary>
internal static class OutcomesText
{
    private const int BarLength = 30;

    public static string Write(OutcomesResult result)
    {
        if (result.Weeks is not { } weeks || result.Total is not { } total)
            return OutcomesResult.NotKnown + "\n";
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Normalised deployments: {Range(total)} in {Figures.Count(weeks.Count, "week")}, {OutcomeDay.Monday(weeks[0].Week)} to {OutcomeDay.Monday(weeks[^1].Week)}\n");
        text.Append(CultureInfo.InvariantCulture, $"AI {total.Ai:0.0}, other {total.Other:0.0}, not known {total.Unknown:0.0} of what has settled. Production: {string.Join(", ", result.Places.Select(Printable.Of))}\n\n");
        double most = weeks.Max(w => w.High);
        foreach (OutcomeWeek week in weeks)
            text.Append(CultureInfo.InvariantCulture, $"{OutcomeDay.Monday(week.Week)}  {Bar(week, most)}  {Range(week)}{(week.IsAboveUsual ? "  above three usual weeks" : "")}\n");
        text.Append("\n# AI  + other  ? not known  . may still settle. One is a type with ten lines or more that lasted 14 days in production.\n");
        foreach (string missing in result.LeftOut)
            text.Append(Printable.Of($"left out: {missing}")).Append('\n');
        return text.ToString();
    }

    /// <summary>Both bounds, or one number where they are the same.</summary>
    public static string Range(OutcomeWeek week)
    {
        string low = week.Low.ToString("0.0", CultureInfo.InvariantCulture);
        string high = week.High.ToString("0.0", CultureInfo.InvariantCulture);
        return low == high ? low : $"{low} to {high}";
    }

    private static string Bar(OutcomeWeek week, double most)
    {
        double scale = most == 0 ? 0 : BarLength / most;
        int ai = Cells(week.Ai * scale);
        int other = Cells((week.Ai + week.Other) * scale) - ai;
        int unknown = Cells(week.Low * scale) - ai - other;
        int open = Cells(week.High * scale) - ai - other - unknown;
        return $"{new string('#', ai)}{new string('+', other)}{new string('?', Math.Max(0, unknown))}{new string('.', Math.Max(0, open))}".PadRight(BarLength);
    }

    private static int Cells(double length) => (int)Math.Round(length, MidpointRounding.AwayFromZero);
}
