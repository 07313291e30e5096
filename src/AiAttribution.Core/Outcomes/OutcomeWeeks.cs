using AiAttribution.Core.Lines;

namespace AiAttribution.Core.Outcomes;

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
    /// <summary>Its seven days, each with the share of the week that its lines have; together they are the week.</summary>
    public IReadOnlyList<OutcomeFigures> Days { get; init; } = [];

    /// <summary>Its lasting lines by type, for those who know what was tested.</summary>
    public IReadOnlyList<LastingCell> Lasting { get; init; } = [];
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
    /// <param name="key">Key of the text at a place; null where nobody asks what was tested.</param>
    public static IReadOnlyList<OutcomeWeek> Of(IReadOnlyDictionary<(string Type, int Week), OutcomeCell> cells, UsualWeek usual, int first, int last, Func<int, ulong>? key = null)
    {
        // Sums are in order of names: numbers with fractions differ in their last digits by the order in which they are added.
        ILookup<int, OutcomeCell> weeks = cells.Where(c => c.Key.Week >= first && c.Key.Week <= last).OrderBy(c => c.Key.Type, StringComparer.Ordinal).ToLookup(c => c.Key.Week, c => c.Value);
        return [.. Enumerable.Range(first, last - first + 1).Select(week => Of(week, [.. weeks[week]], usual.Bound(week), key))];
    }

    private static OutcomeWeek Of(int week, OutcomeCell[] cells, double bound, Func<int, ulong>? key)
    {
        double[][] settled = [.. cells.Select(c => c.Settled)];
        double[] low = Sum(settled);
        double[] high = Sum(cells.Select(c => c.Possible));
        double worth = Worth(low.Sum(), bound);
        double possible = Worth(high.Sum(), bound);
        double scale = low.Sum() == 0 ? 0 : worth / low.Sum();
        OutcomeFigures[] days = Days(low, high, scale, possible - worth);
        return new OutcomeWeek(week, worth, possible, days.Sum(d => d.Ai), days.Sum(d => d.Other), days.Sum(d => d.Unknown), high.Sum() > bound)
        {
            Days = days,
            Lasting = key is null ? [] : [.. cells.Zip(settled, (cell, value) => (cell, value)).Where(c => c.cell.Lasting.Count > 0).Select(c => new LastingCell(ByDay(c.value, scale), [.. c.cell.Lasting.Select(key).Order()]))],
        };
    }

    /// <summary>What has settled belongs to the days of its lines; what may still settle is shared by the days whose lines may, so that no day falls below what it has.</summary>
    private static OutcomeFigures[] Days(double[] low, double[] high, double scale, double open)
    {
        double[] settled = ByDay(low, scale);
        double[] may = [.. ByDay(high, 1).Zip(ByDay(low, 1), (h, l) => Math.Max(0, h - l))];
        double all = may.Sum();
        double Of(int day, LineState state) => low[(day * CellLines.States) + (int)state] * scale;
        return [.. Enumerable.Range(0, settled.Length).Select(day => new OutcomeFigures(settled[day], settled[day] + (all == 0 ? 0 : open * may[day] / all), Of(day, LineState.Ai), Of(day, LineState.Other), Of(day, LineState.Unknown)))];
    }

    private static double[] ByDay(double[] value, double scale) => [.. value.Chunk(CellLines.States).Select(day => day.Sum() * scale)];

    private static double[] Sum(IEnumerable<double[]> values)
    {
        var sum = new double[OutcomeDay.PerWeek * CellLines.States];
        foreach (double[] value in values)
        {
            for (int i = 0; i < sum.Length; i++)
                sum[i] += value[i];
        }

        return sum;
    }

    private static double Worth(double sum, double bound) => sum <= bound ? sum : bound * (1 + Math.Log(sum / bound));
}
