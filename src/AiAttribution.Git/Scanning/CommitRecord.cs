using AiAttribution.Core.Evidence;
using AiAttribution.Core.Evidence.Messages;
using AiAttribution.Git.History;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Scanning.Notes;

namespace AiAttribution.Git.Scanning;

/// <summary>What a scan keeps of a commit: enough never to read it again.</summary>
/// <param name="Node">Tree, parents and time.</param>
/// <param name="Statements">What the commit itself says, strongest first.</param>
/// <param name="Note">Names all that its notes said when they were read; null without one.</param>
/// <param name="NoteStatements">What the note says, each statement once.</param>
/// <param name="NoteTroubles">What could not be read of its notes.</param>
internal sealed record CommitRecord(
    CommitNode Node,
    IReadOnlyList<EvidenceStatement> Statements,
    ObjectId? Note,
    IReadOnlyList<EvidenceStatement> NoteStatements,
    IReadOnlyList<NoteTrouble> NoteTroubles)
{
    /// <summary>Commits that its message says it takes back or brings again.</summary>
    public IReadOnlyList<CommitReference> Restores { get; init; } = [];

    /// <summary>Number of the pull request that its message says it brings; null when it names none.</summary>
    public int? Request { get; init; }

    /// <summary>Whether lines that nothing else speaks of are not known, because of its notes.</summary>
    public bool NoteIsOpen { get; init; }

    /// <summary>Hashes of the names of the C# files that the commit changed (see <see cref="TouchedNames"/>); null until somebody asked.</summary>
    public ulong[]? Touched { get; set; }
}
