namespace AiAttribution.Core.Outcomes;

/// <summary>
/// The product-limit estimate (Kaplan and Meier, 1958) of how many lines are gone within some days. Lines that live count for as long as they were followed, so a young line neither
/// counts as survived nor lets the share of the dead grow.
/// </summary>
internal static class ProductLimit
{
    /// <summary>The estimate.</summary>
    /// <param name="changes">Lines that landed, with their deaths.</param>
    /// <param name="days">D: how many days.</param>
    /// <param name="now">Time up to which lines are followed.</param>
    /// <returns>Share of lines gone within D days, 0 to 1, and the number of lines that were followed for so long. The share is null where none was, unless all died before.</returns>
    public static (double? Gone, int AtRisk) Within(IReadOnlyCollection<ChangeLife> changes, int days, DateTimeOffset now)
    {
        var window = TimeSpan.FromDays(days);
        (TimeSpan Time, int Lines, bool Died)[] lines =
        [
            .. changes.SelectMany(c => c.Deaths.Select(d => (Time: d.Time - c.Landed, d.Lines, Died: true)).Append((Time: now - c.Landed, Lines: c.Alive, Died: false)))
                .Where(l => l.Lines > 0)
                .OrderBy(l => l.Time),
        ];
        int atRisk = lines.Sum(l => l.Lines);
        double lasting = 1;
        foreach (IGrouping<TimeSpan, (TimeSpan Time, int Lines, bool Died)> time in lines.GroupBy(l => l.Time).TakeWhile(g => g.Key < window))
        {
            // A line whose time ends at a death is at risk there.
            lasting *= 1 - ((double)time.Where(l => l.Died).Sum(l => l.Lines) / atRisk);
            atRisk -= time.Sum(l => l.Lines);
        }

        return (atRisk > 0 || (lasting == 0 && lines.Length > 0) ? 1 - lasting : null, atRisk);
    }
}
