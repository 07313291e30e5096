using AiAttribution.Core.Evidence;

namespace AiAttribution.Core.Lines;

/// <summary>Where lines come from: a commit, the path the file had in it, and what is said about them.</summary>
/// <param name="Commit">Full hexadecimal id of the commit that last changed the lines, or <see cref="NotCommitted.Id"/>.</param>
/// <param name="Path">Path of the file in that commit, with <c>/</c>.</param>
/// <param name="Evidence">Statements that cover these lines, strongest first; empty for lines without AI evidence.</param>
/// <param name="BeforeBaseline">True when the commit is part of the baseline (<c>AiAttributionSince</c>): still AI in the report, never judged.</param>
internal sealed record LineSource(string Commit, string Path, IReadOnlyList<EvidenceStatement> Evidence, bool BeforeBaseline = false)
{
    /// <summary>Whether the lines are not committed yet.</summary>
    public bool IsNotCommitted => NotCommitted.Is(Commit);

    /// <summary>Grade of the strongest statement; null when there is none.</summary>
    public EvidenceGrade? Grade => Evidence.Count > 0 ? Evidence[0].Grade : null;

    /// <summary>Statements that speak of some lines of the commit, perhaps of these, strongest first; empty unless the lines are <see cref="LineState.InPart"/>.</summary>
    public IReadOnlyList<EvidenceStatement> InPart { get; init; } = [];

    /// <summary>Full id of the commit that was squashed into this one and made the lines, where that was asked for and is known; what is said of them is said of it.</summary>
    public string? Original { get; init; }
}
