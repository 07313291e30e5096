using AiAttribution.Core.Lines;

namespace AiAttribution.Core.Outcomes.Normalised;

/// <summary>Normalised deployments of one week.</summary>
/// <param name="Week">Number of the week (<see cref="OutcomeDay"/>).</param>
/// <param name="Low">What has settled.</param>
/// <param name="High">With what may still settle; the week is final when both are equal.</param>
/// <param name="Ai">Part of <paramref name="Low"/> by lines with AI evidence.</param>
/// <param name="Other">Part of it by lines without.</param>
/// <param name="Unknown">Part of it by lines of which it is not known.</param>
/// <param name="IsAboveUsual">Whether it is more than counts in full, so that the rest counts by its logarithm.</param>
internal sealed record OutcomeWeek(int Week, double Low, double High, double Ai, double Other, double Unknown, bool IsAboveUsual)
{
    /// <summary>Whether there is anything to tell.</summary>
    public bool IsEmpty => High == 0;
}

/// <summary>Normalised deployments: how many types had lasting new code, or lasting clean-up, reach production from each week's work.</summary>
internal static class OutcomeWeeks
{
    /// <summary>m: so many lines make a full cell.</summary>
    public const int LinesOfFullCell = 10;

    /// <summary>The weeks from the first to the last.</summary>
    /// <param name="cells">Lines by type and week.</param>
    /// <param name="usual">Knows how much of a week counts in full.</param>
    /// <param name="first">First week.</param>
    /// <param name="last">Last week.</param>
    public static IReadOnlyList<OutcomeWeek> Of(IReadOnlyDictionary<(string Type, int Week), OutcomeCell> cells, UsualWeek usual, int first, int last)
    {
        // Sums are in order of names: numbers with fractions differ in their last digits by the order in which they are added.
        ILookup<int, OutcomeCell> weeks = cells.Where(c => c.Key.Week >= first && c.Key.Week <= last).OrderBy(c => c.Key.Type, StringComparer.Ordinal).ToLookup(c => c.Key.Week, c => c.Value);
        return [.. Enumerable.Range(first, last - first + 1).Select(week => Of(week, weeks[week], usual.Bound(week)))];
    }

    private static OutcomeWeek Of(int week, IEnumerable<OutcomeCell> cells, double bound)
    {
        var low = new double[3];
        double high = 0;
        foreach (OutcomeCell cell in cells)
        {
            Share(cell.Added, cell.Removed, low);
            var possible = new double[3];
            Share([.. cell.Added.Zip(cell.Adding, (a, b) => a + b)], [.. cell.Removed.Zip(cell.Removing, (a, b) => a + b)], possible);
            high += possible.Sum();
        }

        double settled = low.Sum();
        double worth = Worth(settled, bound);
        double scale = settled == 0 ? 0 : worth / settled;
        return new OutcomeWeek(week, worth, Worth(high, bound), low[(int)LineState.Ai] * scale, low[(int)LineState.Other] * scale, low[(int)LineState.Unknown] * scale, high > bound);
    }

    /// <summary>The value of a cell, shared by the lines of its larger side: a changed line leaves and comes, and counts once.</summary>
    private static void Share(int[] came, int[] went, double[] sums)
    {
        int[] larger = came.Sum() >= went.Sum() ? came : went;
        int lines = larger.Sum();
        if (lines == 0)
            return;
        double value = Math.Min(1.0, (double)lines / LinesOfFullCell);
        for (int state = 0; state < sums.Length; state++)
            sums[state] += value * larger[state] / lines;
    }

    private static double Worth(double sum, double bound) => sum <= bound ? sum : bound * (1 + Math.Log(sum / bound));
}
