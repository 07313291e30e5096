using AiAttribution.Core.Sessions.Notes;

namespace AiAttribution.Core.Sessions.Ledger;

/// <summary>What the AI work behind a history cost. Each allocation counts once, however many notes carry it.</summary>
internal sealed class TokenLedger
{
    private readonly Dictionary<string, CommitTokens> _byCommit;

    private TokenLedger(IReadOnlyList<CommitTokens> commits, IReadOnlyList<Allocation> elsewhere, IReadOnlyList<UnlinkedSession> unlinked)
    {
        Commits = commits;
        Elsewhere = elsewhere;
        Unlinked = unlinked;
        _byCommit = commits.ToDictionary(c => c.Commit, StringComparer.Ordinal);
        Total = Sum(commits, c => c.Total);
        OnLines = Sum(commits, c => c.ShareOf(c.AiLines));
    }

    /// <summary>A ledger without any record.</summary>
    public static TokenLedger Empty { get; } = new([], [], []);

    /// <summary>The rule by which lines and members bear tokens, for people.</summary>
    public const string Rule = "A commit's tokens are spread evenly over the C# lines it added. AI lines that are still there bear their share; the rest is told as not surviving. An allocation counts once, however many notes carry it.";

    /// <summary>The rule by which one of several sources of a session counts, for people.</summary>
    public const string SourceRule = "Where several sources tell of one session, the one with the more exact counts is taken, and of equal ones notes before session files before Entire checkpoints before telemetry; they are never added.";

    /// <summary>Commits of the history that used something.</summary>
    public IReadOnlyList<CommitTokens> Commits { get; }

    /// <summary>Records of commits that are not in the history: other branches, or squashed and rebased without their notes.</summary>
    public IReadOnlyList<Allocation> Elsewhere { get; }

    /// <summary>Tokens that are recorded in git and belong to no commit.</summary>
    public IReadOnlyList<UnlinkedSession> Unlinked { get; }

    /// <summary>Whether nothing at all is recorded.</summary>
    public bool IsEmpty => Commits.Count + Elsewhere.Count + Unlinked.Count == 0;

    /// <summary>Allocations left out because another one has some of the same responses.</summary>
    public int Overlaps { get; private init; }

    /// <summary>Sources left out because another one tells of the same sessions.</summary>
    public IReadOnlyList<SourceOverlap> SourceOverlaps { get; private init; } = [];

    /// <summary>All tokens of the history.</summary>
    public TokenCost Total { get; }

    /// <summary>The part of <see cref="Total"/> that AI lines bear that are still there.</summary>
    public TokenCost OnLines { get; }

    /// <summary>What a commit used; null when nothing is known of it.</summary>
    public CommitTokens? Of(string commit) => _byCommit.GetValueOrDefault(commit);

    /// <summary>
    /// Counts. Where several commits carry one allocation it stays with a commit of the history, first of all one with surviving lines, then the oldest one; of two
    /// allocations that share responses the one with more of them counts. See <see cref="SourceRule"/> for sessions that several sources tell of.
    /// </summary>
    public static TokenLedger Of(IEnumerable<NotedCommit> commits, IReadOnlyList<UnlinkedSession>? unlinked = null)
    {
        NotedCommit[] ordered = [.. commits
            .OrderByDescending(c => c.InHistory)
            .ThenByDescending(c => c.AiLines > 0)
            .ThenBy(c => c.Time)
            .ThenBy(c => c.Commit, StringComparer.Ordinal)];
        Allocation[] all = [.. ordered.SelectMany(c => c.Allocations).DistinctBy(a => a.Id, StringComparer.Ordinal)];
        var choice = new SourceChoice(all, unlinked ?? []);
        Allocation[] distinct = [.. all.Where(a => choice.Counts(a.Agent, a.Session, a.Source))];
        HashSet<string> counted = WithoutOverlaps(distinct);
        int overlaps = distinct.Length - counted.Count;
        var tokens = new List<CommitTokens>();
        var elsewhere = new List<Allocation>();
        foreach (NotedCommit commit in ordered)
        {
            Allocation[] own = [.. commit.Allocations.Where(a => counted.Remove(a.Id))];
            if (!commit.InHistory)
                elsewhere.AddRange(own);
            else if (own.Length > 0)
                tokens.Add(new CommitTokens(commit.Commit, commit.AiLines, Math.Max(commit.AddedLines, commit.AiLines), own));
        }

        return new TokenLedger(tokens, elsewhere, [.. (unlinked ?? []).Where(u => choice.Counts(u.Agent, u.Session, u.Source))])
        {
            Overlaps = overlaps,
            SourceOverlaps = [.. choice.Overlaps()],
        };
    }

    private static HashSet<string> WithoutOverlaps(IEnumerable<Allocation> allocations)
    {
        var responses = new HashSet<(string, string)>();
        var counted = new HashSet<string>(StringComparer.Ordinal);
        foreach (Allocation allocation in allocations.OrderByDescending(a => a.Responses.Count).ThenBy(a => a.Id, StringComparer.Ordinal))
        {
            if (allocation.Responses.Any(r => responses.Contains((allocation.Agent, r))))
                continue;
            counted.Add(allocation.Id);
            responses.UnionWith(allocation.Responses.Select(r => (allocation.Agent, r)));
        }

        return counted;
    }

    private static TokenCost Sum(IReadOnlyList<CommitTokens> commits, Func<CommitTokens, TokenCost> part)
    {
        TokenCost sum = default;
        foreach (CommitTokens commit in commits)
            sum += part(commit);
        return sum;
    }
}
