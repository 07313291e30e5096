using AiAttribution.Core.Evidence.Catalogue;
using AiAttribution.Core.Evidence.Messages;

namespace AiAttribution.Core.Evidence;

/// <summary>
/// Says of how much of a commit its statements speak. A mark must not say more than it knows: a squash that quotes commits of which one is marked, or that has a co-author because
/// one suggestion of a review bot was taken over, is AI in some of its lines.
/// </summary>
internal sealed class CommitExtents(IdentityTable identities)
{
    /// <summary>Where the author of the commit itself is found, not one that its message quotes.</summary>
    private const string Author = "author";

    private readonly ReviewBots _reviewers = new(identities);

    /// <summary>The statements with their extents; of equal grades those that say more stand first.</summary>
    /// <param name="commit">The commit.</param>
    /// <param name="statements">What was found, strongest first.</param>
    /// <param name="marks">Where in its message.</param>
    public IReadOnlyList<EvidenceStatement> Of(CommitFacts commit, IReadOnlyList<EvidenceStatement> statements, IReadOnlyList<MessageMark> marks)
    {
        statements = EntireShare.Applied(statements);

        // An agent that is the author wrote the commit, or opened the pull request.
        if (marks.Count == 0 || statements.Any(statement => statement is { Kind: EvidenceKind.AuthorIdentity, Grade: > EvidenceGrade.Weak, Source: Author }))
            return statements;
        string message = commit.Message.TrimStart();
        IReadOnlyList<QuotedCommit> quoted = QuotedCommits.Of(message);
        bool bySome = quoted.Count >= 2 && !AreAllMarked(quoted, marks);
        bool reviewedInPart = statements.Any(ReviewBots.AreMeant) && (SquashSigns.AreIn(message, quoted.Count) || CoAuthors.AreThere(commit, _reviewers));
        HashSet<EvidenceStatement> inMessage = [.. marks.Select(mark => mark.Statement with { Grade = default })];
        return
        [
            .. statements
                .Select(statement => inMessage.Contains(statement with { Grade = default }) && (ReviewBots.AreMeant(statement) ? reviewedInPart : bySome)
                    ? statement with { Extent = EvidenceExtent.Part }
                    : statement)
                .OrderByDescending(statement => statement.Grade)
                .ThenByDescending(statement => statement.Extent),
        ];
    }

    /// <summary>Whether each quoted commit has a mark as strong as the strongest of all; what a review bot is named for says nothing of the rest of that commit.</summary>
    private static bool AreAllMarked(IReadOnlyList<QuotedCommit> quoted, IReadOnlyList<MessageMark> marks)
    {
        MessageMark[] counted = [.. marks.Where(mark => !ReviewBots.AreMeant(mark.Statement))];
        if (counted.Length == 0)
            return false;
        EvidenceGrade strongest = counted.Max(mark => mark.Statement.Grade);
        int[] places = [.. counted.Where(mark => mark.Statement.Grade == strongest).Select(mark => mark.Start).Order()];
        return quoted.All(commit => Array.BinarySearch(places, commit.Start) is var found && (found >= 0 ? found : ~found) is var next && next < places.Length && places[next] < commit.End);
    }
}
