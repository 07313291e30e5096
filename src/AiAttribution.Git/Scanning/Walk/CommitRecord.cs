using AiAttribution.Core.Evidence;
using AiAttribution.Core.Evidence.Messages;
using AiAttribution.Git.History;
using AiAttribution.Git.Objects;

namespace AiAttribution.Git.Scanning.Walk;

/// <summary>What a scan keeps of a commit: enough never to read it again.</summary>
/// <param name="Node">Tree, parents and time.</param>
/// <param name="Statements">What the commit itself says, strongest first.</param>
/// <param name="Note">Blob of its note when the note was read; null without one.</param>
/// <param name="NoteStatements">What the note says, each statement once.</param>
/// <param name="NoteProblems">What could not be read of the note.</param>
internal sealed record CommitRecord(
    CommitNode Node,
    IReadOnlyList<EvidenceStatement> Statements,
    ObjectId? Note,
    IReadOnlyList<EvidenceStatement> NoteStatements,
    IReadOnlyList<string> NoteProblems)
{
    /// <summary>Commits that its message says it takes back or brings again.</summary>
    public IReadOnlyList<CommitReference> Restores { get; init; } = [];

    /// <summary>Hashes of the names of the C# files that the commit changed (see <see cref="TouchedNames"/>); null until somebody asked.</summary>
    public ulong[]? Touched { get; set; }
}
