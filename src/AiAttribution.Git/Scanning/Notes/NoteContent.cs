using AiAttribution.Core.Evidence;
using AiAttribution.Core.Evidence.Notes;

namespace AiAttribution.Git.Scanning.Notes;

/// <summary>What the notes of one commit say.</summary>
/// <param name="Files">Lines that they name, by path.</param>
internal sealed record NoteContent(IReadOnlyDictionary<string, IReadOnlyList<AttestedRange>> Files)
{
    /// <summary>What could not be read.</summary>
    public IReadOnlyList<NoteTrouble> Troubles { get; init; } = [];

    /// <summary>Whether something that may name lines of any file could not be read.</summary>
    public bool IsCut { get; init; }

    /// <summary>Files of which some lines are AI, or may be, and it is not told or not readable which.</summary>
    public IReadOnlySet<string> Open { get; init; } = new HashSet<string>();

    /// <summary>Whether lines of some file that nothing else speaks of are not known.</summary>
    public bool IsOpen => IsCut || Open.Count > 0;

    /// <summary>Statements on the commit as a whole.</summary>
    public IReadOnlyList<EvidenceStatement> Whole { get; init; } = [];

    /// <summary>Each statement once.</summary>
    public IReadOnlyList<EvidenceStatement> Statements() => [.. Named(), .. Whole];

    /// <summary>Whether a statement is on a commit as a whole.</summary>
    public static bool IsWhole(EvidenceStatement statement) => statement.Grade < EvidenceGrade.Lines && statement.Kind != EvidenceKind.FileShareNote;

    /// <summary>Whether lines of a file that nothing else speaks of are not known.</summary>
    public bool IsOpenIn(string path) => IsCut || Open.Contains(path);

    /// <summary>Each statement on lines once.</summary>
    public IReadOnlyList<EvidenceStatement> Named() =>
        [.. Files.OrderBy(file => file.Key, StringComparer.Ordinal).SelectMany(file => file.Value).Select(range => range.Ai).OfType<EvidenceStatement>().Distinct()];

    /// <summary>Whether another content names the same lines of the same files with the same statements.</summary>
    public bool SaysTheSame(NoteContent other) =>
        Open.SetEquals(other.Open) && Files.Count == other.Files.Count && Files.All(file => other.Files.TryGetValue(file.Key, out IReadOnlyList<AttestedRange>? ranges) && ranges.SequenceEqual(file.Value));
}
