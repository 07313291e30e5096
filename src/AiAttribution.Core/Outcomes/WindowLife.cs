namespace AiAttribution.Core.Outcomes;

/// <summary>What became of lines in their first days: the cohort of changes that are old enough, and the estimate over all lines (<see cref="ProductLimit"/>).</summary>
/// <param name="Days">How many days.</param>
/// <param name="Lines">Lines of changes that are old enough to tell.</param>
/// <param name="Died">Those of them that were gone before the days were over.</param>
/// <param name="TooYoung">Lines of changes that are not old enough: unknown, not survived.</param>
internal readonly record struct WindowLife(int Days, int Lines, int Died, int TooYoung)
{
    /// <summary>Share of lines that are gone within the days, 0 to 1; null where none was followed for so long.</summary>
    public double? Gone { get; init; }

    /// <summary>Lines that were followed for all of the days.</summary>
    public int AtRisk { get; init; }

    /// <summary>What became of the lines of changes.</summary>
    public static WindowLife Of(IReadOnlyCollection<ChangeLife> changes, int days, DateTimeOffset now)
    {
        var window = TimeSpan.FromDays(days);
        ILookup<bool, ChangeLife> old = changes.ToLookup(c => now - c.Landed >= window);
        (double? gone, int atRisk) = ProductLimit.Within(changes, days, now);
        return new WindowLife(days, old[true].Sum(c => c.Lines), old[true].Sum(c => c.Deaths.Where(d => d.Time - c.Landed < window).Sum(d => d.Lines)), old[false].Sum(c => c.Lines)) { Gone = gone, AtRisk = atRisk };
    }
}
