namespace AiAttribution.Core.Outcomes;

/// <summary>The lives of the lines of many changes.</summary>
/// <param name="Changes">Commits that brought lines.</param>
/// <param name="Lines">Lines that landed.</param>
/// <param name="Alive">Those of them that are still there.</param>
/// <param name="Windows">What became of them within each of <see cref="Days"/>.</param>
internal sealed record LineLives(int Changes, int Lines, int Alive, IReadOnlyList<WindowLife> Windows)
{
    /// <summary>The windows that are told: two weeks, in which churn is usually counted, and a month.</summary>
    public static IReadOnlyList<int> Days { get; } = [14, 30];

    /// <summary>Lines that are gone, at whatever age.</summary>
    public int Gone => Lines - Alive;

    /// <summary>Lines that are still there and have not had the longest of the windows yet.</summary>
    public int Young { get; init; }

    /// <summary>Adds lives up.</summary>
    /// <param name="changes">The changes.</param>
    /// <param name="now">Time up to which history is known.</param>
    public static LineLives Of(IReadOnlyCollection<ChangeLife> changes, DateTimeOffset now) => new(
        changes.Select(c => c.Commit).Distinct(StringComparer.Ordinal).Count(),
        changes.Sum(c => c.Lines),
        changes.Sum(c => c.Alive),
        [.. Days.Select(days => WindowLife.Of(changes, days, now))])
    {
        Young = changes.Where(c => now - c.Landed < TimeSpan.FromDays(Days[^1])).Sum(c => c.Alive),
    };
}
