using AiAttribution.Core.Members;

namespace AiAttribution.Engine.Project;

/// <summary>What was found in a file.</summary>
/// <param name="File">The file.</param>
/// <param name="Table">Its lines; null when none is AI.</param>
/// <param name="Members">Its members, unless it is test code or has no AI line.</param>
/// <param name="Suppressions">What its attributes suppress.</param>
internal sealed record FileMembers(ProjectFile File, LineTable? Table, IReadOnlyList<Member> Members, IReadOnlyList<PlacedSuppression> Suppressions)
{
    /// <summary>Whether the repository marks it as generated: its lines count, members are not looked for.</summary>
    public bool IsGenerated { get; init; }

    /// <summary>Its lines as rules judge them, without deployments that the judged range made of itself; null when none is AI.</summary>
    public LineTable? Judged { get; init; } = Table;

    /// <summary>Its lines in which no member was looked for; none where nobody asked.</summary>
    public IReadOnlyList<UnsearchedLines> Unsearched { get; init; } = [];
}
