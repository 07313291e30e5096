namespace AiAttribution.Core.Evidence.Notes;

/// <summary>What a git-ai note says of one file.</summary>
/// <param name="Path">Path from the repository root, with <c>/</c>, as the note writes it.</param>
/// <param name="Ranges">Ranges in order of lines, not overlapping; where entries of the note overlap, the last one won.</param>
internal sealed record AttestedFile(string Path, IReadOnlyList<AttestedRange> Ranges);

/// <summary>Consecutive lines that one key of a note claims. They are lines of the annotated commit's version of the file, and often lines which that commit did not add.</summary>
/// <param name="First">First line, 1-based.</param>
/// <param name="Last">Last line, 1-based, inclusive.</param>
/// <param name="Ai">The statement; null for the key of a human: the note says that no AI wrote them.</param>
internal readonly record struct AttestedRange(int First, int Last, EvidenceStatement? Ai);
