namespace AiAttribution.Core.Outcomes;

/// <summary>How much a week counts in full (c): three times the usual week of the repository, so that a flood of code counts by its logarithm.</summary>
/// <remarks>The usual week is what landed on main and stood there for N days; deployments do not matter, and it is settled when the week ends.</remarks>
internal sealed class UsualWeek
{
    /// <summary>Least bound of a week.</summary>
    public const double Least = 7;

    /// <summary>Weeks that are looked at, ending two weeks before the week in question.</summary>
    public const int WeeksBack = 26;

    /// <summary>Weeks left out between them and the week in question.</summary>
    public const int Gap = 2;

    /// <summary>So many non-empty weeks it takes to know what is usual.</summary>
    private const int FewestWeeks = 4;

    private const double Times = 3;

    private readonly Dictionary<int, double> _worth;

    /// <param name="texts">Spans on main, of every text.</param>
    /// <param name="firstDay">Day of the first state of main, which is left out.</param>
    /// <param name="full">m: lines of a full cell.</param>
    /// <param name="lasts">N: days that a text must stand.</param>
    public UsualWeek(IEnumerable<IReadOnlyList<TextSpan>> texts, int firstDay, int full = OutcomeWeeks.LinesOfFullCell, int lasts = OutcomeCells.DaysToLast)
    {
        var landed = new Dictionary<(int Week, string Type), int>();
        foreach (IReadOnlyList<TextSpan> spans in texts)
        {
            for (int i = 0; i < spans.Count; i++)
            {
                TextSpan stood = spans[i];
                bool isNew = i == 0 || stood.From - spans[i - 1].To > OutcomeCells.DaysToAge;
                if (stood.From > firstDay && stood.To - stood.From >= lasts && isNew)
                    landed[(OutcomeDay.Week(stood.From), stood.FirstType)] = landed.GetValueOrDefault((OutcomeDay.Week(stood.From), stood.FirstType)) + 1;
            }
        }

        _worth = landed.GroupBy(l => l.Key.Week).ToDictionary(w => w.Key, w => w.OrderBy(l => l.Key.Type, StringComparer.Ordinal).Sum(l => Math.Min(1.0, (double)l.Value / full)));
    }

    /// <summary>The bound of a week.</summary>
    public double Bound(int week)
    {
        double[] past = [.. Enumerable.Range(week - Gap - WeeksBack, WeeksBack).Where(_worth.ContainsKey).Select(w => _worth[w]).Order()];
        return past.Length < FewestWeeks ? Least : Math.Max(Least, Times * Median(past));
    }

    private static double Median(double[] sorted) =>
        sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
}
