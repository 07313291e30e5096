using AiAttribution.Core.Evidence;
using AiAttribution.Git.History;

namespace AiAttribution.Git.Scanning;

/// <summary>A commit of the scanned history.</summary>
/// <param name="record">What was read of it.</param>
/// <param name="parents">Indexes of the parents in the walk; a parent stands behind its child.</param>
internal sealed class WalkedCommit(CommitRecord record, int[] parents)
{
    public CommitNode Node => record.Node;

    public int[] Parents { get; } = parents;

    /// <summary>What the commit itself says, strongest first.</summary>
    public IReadOnlyList<EvidenceStatement> Statements => record.Statements;

    /// <summary>What its note says, each statement once, without the lines.</summary>
    public IReadOnlyList<EvidenceStatement> NoteStatements => Adopted?.Statements() ?? record.NoteStatements;

    /// <summary>Note of the commit whose place this one took, or those of the commits that it squashed, their lines followed into this commit's contents; null without one.</summary>
    public NoteContent? Adopted { get; set; }

    /// <summary>Whether the commit has a note in this history.</summary>
    public bool HasNote => record.Note is not null;

    /// <summary>What could not be read of its note.</summary>
    public IReadOnlyList<string> NoteProblems => record.NoteProblems;

    /// <summary>True when lines that end here can be anything else than <c>other</c>.</summary>
    public bool Matters => Statements.Count > 0 || NoteStatements.Count > 0 || Node.IsBoundary;

    /// <summary>True when this commit or one before it matters.</summary>
    public bool MattersInPast { get; set; }
}
