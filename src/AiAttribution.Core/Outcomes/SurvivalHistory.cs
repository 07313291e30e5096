namespace AiAttribution.Core.Outcomes;

/// <summary>The lives of all lines that landed since the first AI change did.</summary>
/// <param name="Since">When the first of these changes landed; null when there is none.</param>
/// <param name="IsCut">Whether history was too long or cut off, so that older AI changes are left out.</param>
/// <param name="Changes">The changes, oldest first.</param>
internal sealed record SurvivalHistory(DateTimeOffset? Since, bool IsCut, IReadOnlyList<ChangeLife> Changes)
{
    /// <summary>No AI change.</summary>
    public static SurvivalHistory None { get; } = new(null, false, []);

    /// <summary>Names the references in which originals of squashes were looked for; null when none was needed. It decides how long a history may be kept.</summary>
    public string? References { get; init; }

    /// <summary>AI lines at the end beyond one for each that landed and is there: a change of layout broke one into several, or one stands at several places.</summary>
    public int Repeated { get; init; }

    /// <summary>Lives of lines with AI evidence.</summary>
    public LineLives Ai(DateTimeOffset now) => LineLives.Of([.. Changes.Where(c => c.IsAi)], now);

    /// <summary>Lives of the other lines that landed in the same time: what AI lines are compared with.</summary>
    public LineLives Other(DateTimeOffset now) => LineLives.Of([.. Changes.Where(c => !c.IsAi)], now);
}
