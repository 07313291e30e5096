using AiAttribution.Core.Evidence;
using AiAttribution.Core.Sessions.Linking;
using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Core.Sessions.Recorded;

namespace AiAttribution.Core.Sessions.Ledger;

/// <summary>
/// Gives recorded sessions to the commits that name them by a key. A session that one commit names is that commit's; one that several name is shared out by the times of
/// its responses, and a sum without times is not shared out at all.
/// </summary>
internal sealed class RecordedJoin
{
    private readonly Dictionary<SessionKey, List<KeyedCommit>> _commits = [];
    private readonly Dictionary<string, List<Allocation>> _byCommit = new(StringComparer.Ordinal);
    private readonly List<UnlinkedSession> _unlinked = [];
    private readonly PriceTable _prices;

    /// <param name="commits">Commits that name sessions.</param>
    /// <param name="prices">Prices of tokens whose record has no cost.</param>
    public RecordedJoin(IEnumerable<KeyedCommit> commits, PriceTable prices)
    {
        _prices = prices;
        foreach (KeyedCommit commit in commits.OrderBy(c => c.Time).ThenBy(c => c.Commit, StringComparer.Ordinal))
        {
            foreach (SessionKey key in commit.Keys.Select(SessionKeys.Normal).Distinct())
            {
                if (!_commits.TryGetValue(key, out List<KeyedCommit>? list))
                    _commits.Add(key, list = []);
                list.Add(commit);
            }
        }
    }

    /// <summary>Allocations by full id of the commit; the same one may stand at several commits that carry the same key.</summary>
    public IReadOnlyDictionary<string, List<Allocation>> ByCommit => _byCommit;

    /// <summary>What no commit has.</summary>
    public IReadOnlyList<UnlinkedSession> Unlinked => _unlinked;

    /// <summary>Places what one format recorded.</summary>
    public void Add(RecordedReading reading, RecordSource source)
    {
        foreach (RecordedAllocation recorded in reading.Allocations)
            Add(recorded);
        foreach (AgentSession session in reading.Sessions)
            Add(session, source);
    }

    private void Add(RecordedAllocation recorded)
    {
        Allocation allocation = _prices.Reprice(recorded.Allocation);
        KeyedCommit[] named = recorded.Commit is null ? Named(recorded.Key is { } key ? [key] : Keys(allocation.Agent, allocation.Session, allocation.Parent)) : [];
        if (recorded.Commit is { } commit)
            Put(commit, allocation);
        else if (recorded.Key is not null && named.Length > 0)
            Array.ForEach(named, c => Put(c.Commit, allocation));
        else if (named.Length == 1)
            Put(named[0].Commit, allocation);
        else if (allocation.To is { } end && named.FirstOrDefault(c => c.Time >= end) is { } next)
            Put(next.Commit, allocation);
        else
            _unlinked.Add(new UnlinkedSession(allocation.Agent, allocation.Session, allocation.Source, allocation.Exactness, allocation.Usage, named.Length == 0 ? RestReason.NoCommit : RestReason.SeveralCommits)
            {
                Time = allocation.To,
                Spending = TokenCost.Of([allocation]),
            });
    }

    private void Add(AgentSession session, RecordSource source)
    {
        KeyedCommit[] named = Named(Keys(session.Agent, session.Id, session.ParentId));
        LinkPlan plan = SessionLinker.Plan(new LinkInput
        {
            Sessions = [session],
            Commits = [.. named.Select(c => new LinkCommit(c.Commit, c.Time, null, []))],
            Known = [.. named.Select(c => new CommitLink(session.Agent, session.Id, c.Commit, LinkMethod.Recorded, c.Time))],
            Prices = _prices,
            KnowsEdits = false,
        });
        foreach ((string commit, IReadOnlyList<Allocation> allocations) in plan.Allocations)
        {
            foreach (Allocation allocation in allocations)
                Put(commit, allocation with { Source = source });
        }

        string id = NoteWords.SessionId(session.Id);
        _unlinked.AddRange(plan.Rests.Select(rest => new UnlinkedSession(session.Agent, id, source, session.Exactness, rest.Usage, rest.Reason)
        {
            Time = rest.Responses.Max(r => r.Time),
            Spending = Cost(session with { Responses = rest.Responses }),
        }));
    }

    private TokenCost Cost(AgentSession session)
    {
        SessionCost cost = _prices.CostOf(session);
        return new TokenCost(session.Usage, cost.Computed ?? 0, cost.Reported ?? 0, cost.UnpricedTokens);
    }

    private void Put(string commit, Allocation allocation)
    {
        if (!_byCommit.TryGetValue(commit, out List<Allocation>? list))
            _byCommit.Add(commit, list = []);
        list.Add(allocation);
    }

    private static IEnumerable<SessionKey> Keys(string agent, string session, string? parent) =>
        parent is null ? SessionKeys.Of(agent, session) : SessionKeys.Of(agent, session).Concat(SessionKeys.Of(agent, parent));

    private KeyedCommit[] Named(IEnumerable<SessionKey> keys) =>
        [.. keys.SelectMany(key => _commits.GetValueOrDefault(key, [])).DistinctBy(c => c.Commit).OrderBy(c => c.Time).ThenBy(c => c.Commit, StringComparer.Ordinal)];
}
