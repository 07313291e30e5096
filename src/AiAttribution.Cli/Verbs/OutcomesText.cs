using System.Globalization;
using System.Text;
using AiAttribution.Core.Model;
using AiAttribution.Core.Outcomes;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Verbs;

/// <summary>The weeks for a terminal, with a bar for each.</summary>
internal static class OutcomesText
{
    private const int BarLength = 30;

    public static string Write(ReportOutcomes outcomes)
    {
        if (outcomes.Total is not { } total)
            return Printable.Of(OutcomeWords.NotKnown(outcomes)) + "\n";
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Normalised deployments: {OutcomeWords.Range(total.Figures)} in {Figures.Count(outcomes.Weeks.Count, "week")}, {outcomes.Weeks[0].Name} to {outcomes.Weeks[^1].Name}\n");
        text.Append(CultureInfo.InvariantCulture, $"AI {total.Figures.Ai:0.0}, other {total.Figures.Other:0.0}, not known {total.Figures.Unknown:0.0} of what has settled. Production: {string.Join(", ", outcomes.Places.Select(Printable.Of))}\n");
        text.Append($"{Capital(OutcomeWords.Tested(total))}; {OutcomeWords.PerNd(total)}{(OutcomeWords.Spent(total) is { } spent ? $" ({spent})" : "")}\n\n");
        double most = outcomes.Weeks.Max(w => w.Figures.High);
        foreach (OutcomeWindow week in outcomes.Weeks)
            text.Append(CultureInfo.InvariantCulture, $"{week.Name}  {Bar(week.Figures, most)}  {OutcomeWords.Range(week.Figures)}{(week.IsAboveUsual ? "  above three usual weeks" : "")}\n");
        text.Append("\n# AI  + other  ? not known  . may still settle. One is a type with ten lines or more that lasted 14 days in production.\n");
        foreach (string missing in outcomes.LeftOut)
            text.Append(Printable.Of($"left out: {missing}")).Append('\n');
        return text.ToString();
    }

    private static string Bar(OutcomeFigures week, double most)
    {
        double scale = most == 0 ? 0 : BarLength / most;
        int ai = Cells(week.Ai * scale);
        int other = Cells((week.Ai + week.Other) * scale) - ai;
        int unknown = Cells(week.Low * scale) - ai - other;
        int open = Cells(week.High * scale) - ai - other - unknown;
        return $"{new string('#', ai)}{new string('+', other)}{new string('?', Math.Max(0, unknown))}{new string('.', Math.Max(0, open))}".PadRight(BarLength);
    }

    private static int Cells(double length) => (int)Math.Round(length, MidpointRounding.AwayFromZero);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
