using AiAttribution.Core.Evidence;
using AiAttribution.Core.Evidence.Messages;
using AiAttribution.Git.History;
using AiAttribution.Git.Scanning.Notes;
using AiAttribution.Git.Scanning.Originals;

namespace AiAttribution.Git.Scanning;

/// <summary>A commit of the scanned history.</summary>
/// <param name="record">What was read of it.</param>
/// <param name="parents">Indexes of the parents in the walk; a parent stands behind its child.</param>
internal sealed class WalkedCommit(CommitRecord record, int[] parents)
{
    private IReadOnlyList<EvidenceStatement>? _statements;
    private IReadOnlyList<EvidenceStatement>? _named;

    public CommitNode Node => record.Node;

    public int[] Parents { get; } = parents;

    /// <summary>What the commit itself says, and what notes say of it as a whole, strongest first.</summary>
    public IReadOnlyList<EvidenceStatement> Statements => _statements ??= record.NoteStatements.Any(NoteContent.IsWhole)
        ? [.. record.Statements.Concat(record.NoteStatements.Where(NoteContent.IsWhole)).OrderByDescending(statement => statement.Grade)]
        : record.Statements;

    /// <summary>Number of the pull request that its message says it brings; null when it names none.</summary>
    public int? Request => record.Request;

    /// <summary>What its note says of lines, each statement once.</summary>
    public IReadOnlyList<EvidenceStatement> NoteStatements => Adopted?.Named() ?? (_named ??= [.. record.NoteStatements.Where(statement => !NoteContent.IsWhole(statement))]);

    /// <summary>Note of the commit whose place this one took, or those of the commits that it squashed, their lines followed into this commit's contents; null without one.</summary>
    public NoteContent? Adopted { get; set; }

    /// <summary>Whether what is said of the commit holds for some of its lines, and nobody says which.</summary>
    public bool IsInPart => ExtentRules.Of(Statements) == EvidenceExtent.Part;

    /// <summary>
    /// Whether the commits that were squashed into it are asked where they are in the clone: it is AI in part, or it brings a pull request and has no marks but co-authors, which
    /// servers take over from any of the commits, be they quoted or not.
    /// </summary>
    public bool AsksOriginals => IsInPart
        || (Request is not null && Node.Parents.Length == 1 && Statements.Count > 0 && Statements.All(statement => statement.Kind == EvidenceKind.CoAuthorTrailer || statement.Grade == EvidenceGrade.Weak));

    /// <summary>The commits that were squashed into it, where they were asked and are in the clone; null otherwise.</summary>
    public CommitOriginals? Originals { get; private set; }

    /// <summary>Lets the commits that were squashed into it say which lines are AI.</summary>
    public void Ask(CommitOriginals originals)
    {
        Originals = originals;
        if (!IsInPart)
            _statements = [.. Statements.Select(statement => statement with { Extent = EvidenceExtent.Part })];
    }

    /// <summary>Whether the commit has a git-ai note in this history.</summary>
    public bool HasNote { get; init; }

    /// <summary>Whether notes or traces on the commit itself tell of lines, so that those of no other are carried on.</summary>
    public bool IsTold => HasNote || record.NoteIsOpen || record.NoteStatements.Any(statement => !NoteContent.IsWhole(statement));

    /// <summary>Hashes of the names of the C# files that the commit changed; null until somebody asked.</summary>
    public ulong[]? Touched
    {
        get => record.Touched;
        set => record.Touched = value;
    }

    /// <summary>Commits that its message says it takes back or brings again.</summary>
    public IReadOnlyList<CommitReference> Restores => record.Restores;

    /// <summary>What could not be read of its notes.</summary>
    public IReadOnlyList<NoteTrouble> NoteTroubles => record.NoteTroubles;

    /// <summary>Whether lines that nothing else speaks of are not known, because of its notes.</summary>
    public bool IsOpen => Adopted?.IsOpen ?? record.NoteIsOpen;

    /// <summary>True when lines that end here can be anything else than <c>other</c>.</summary>
    public bool Matters => Statements.Count > 0 || NoteStatements.Count > 0 || IsOpen || Node.IsBoundary;

    /// <summary>True when this commit or one before it matters.</summary>
    public bool MattersInPast { get; set; }
}
