using AiAttribution.Core.Evidence;
using AiAttribution.Git.History;

namespace AiAttribution.Git.Scanning;

/// <summary>A commit of the scanned history.</summary>
internal sealed class WalkedCommit(CommitNode node, int[] parents, IReadOnlyList<EvidenceStatement> statements)
{
    public CommitNode Node { get; } = node;

    /// <summary>Indexes of the parents in the walk; a parent stands behind its child.</summary>
    public int[] Parents { get; } = parents;

    /// <summary>What the commit itself says, strongest first.</summary>
    public IReadOnlyList<EvidenceStatement> Statements { get; } = statements;

    /// <summary>Lines that a note names, by path; null when the commit has no note.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<AttestedRange>>? Attested { get; init; }

    /// <summary>True when lines that end here can be anything else than <c>other</c>.</summary>
    public bool Matters => Statements.Count > 0 || Attested is not null || Node.IsBoundary;

    /// <summary>True when this commit or one before it matters.</summary>
    public bool MattersInPast { get; set; }
}
