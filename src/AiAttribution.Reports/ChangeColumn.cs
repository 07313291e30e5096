using AiAttribution.Core.Model;
using AiAttribution.Core.Outcomes;
using AiAttribution.Core.Text;

namespace AiAttribution.Reports;

/// <summary>A column of the list of AI changes.</summary>
/// <param name="Head">Its name; one that ends with <c>:</c> stands over numbers.</param>
/// <param name="Cell">What it says of a change.</param>
/// <param name="Nothing">What it says where there is no answer; null where there always is one.</param>
internal sealed record ChangeColumn(string Head, Func<ReportChange, string> Cell, string? Nothing = null)
{
    /// <summary>Whether it holds names as git writes them.</summary>
    public bool IsCode { get; init; }

    /// <summary>The columns that say something of at least one change.</summary>
    public static IReadOnlyList<ChangeColumn> Of(ReportSurvival survival) =>
        [.. All(survival).Where(c => c.Nothing is null || survival.Changes.Any(change => c.Cell(change) != c.Nothing))];

    /// <summary>Changes that are old enough for an answer, then the others, the newest of each first.</summary>
    public static IReadOnlyList<ReportChange> Ordered(ReportSurvival survival) =>
        [.. survival.Changes.OrderByDescending(c => c.Life.Within(LineLives.Days[0], survival.Until).Gone is not null)];

    private static IEnumerable<ChangeColumn> All(ReportSurvival survival) =>
    [
        new("change", c => c.Life.Commit[..10]) { IsCode = true },
        new("landed", c => SurvivalWords.Day(c.Life.Landed)),
        new("first shipped", SurvivalWords.Shipped, "unknown") { IsCode = true },
        new("live", SurvivalWords.Live, "unknown"),
        new("AI lines:", c => Figures.Number(c.Life.Lines)),
        .. LineLives.Days.Select(d => new ChangeColumn($"gone within {d} days:", c => SurvivalWords.Died(c.Life.Within(d, survival.Until)), "too young")),
        new("still there:", c => Figures.Number(c.Life.Alive)),
    ];
}
