using AiAttribution.Core.Evidence;
using AiAttribution.Core.Sessions.Notes;

namespace AiAttribution.Core.Sessions.Linking;

/// <summary>
/// Gives each response to at most one commit: to the first commit of its session that was made after it, or as a closing word to the commit before it
/// (see <see cref="TrailingResponses"/>). The rest goes to none and is told.
/// </summary>
internal static class SessionLinker
{
    /// <summary>A longer silence than this ends a stretch of work.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    /// <summary>Plans allocations. A response in <see cref="LinkInput.Allocated"/> is never given again.</summary>
    public static LinkPlan Plan(LinkInput input)
    {
        IReadOnlyList<CommitLink> links = new LinkFinder(input).Find();
        var family = new SessionFamily(input.Sessions, links);
        var allocations = new Dictionary<string, List<Allocation>>(StringComparer.Ordinal);
        var rests = new List<SessionRest>();
        foreach (AgentSession session in input.Sessions)
        {
            var shares = new SessionShares(session, family.LinksOf(session), input);
            foreach ((CommitLink link, UsageRecord[] responses) in shares.ByCommit())
            {
                if (!allocations.TryGetValue(link.Commit, out List<Allocation>? list))
                    allocations.Add(link.Commit, list = []);
                list.Add(Describe(session, link, responses, input.Prices));
            }

            rests.AddRange(shares.Rests());
        }

        return new LinkPlan(
            links,
            allocations.ToDictionary(a => a.Key, a => SessionNote.Unite(a.Value), StringComparer.Ordinal),
            rests);
    }

    private static Allocation Describe(AgentSession session, CommitLink link, UsageRecord[] responses, PriceTable prices)
    {
        string id = NoteWords.SessionId(session.Id);
        string[] keys = [.. responses.Select(r => ResponseKeys.Of(session.Agent, r)).Order(StringComparer.Ordinal)];
        SessionCost cost = prices.CostOf(session with { Responses = responses });
        bool priced = cost is { Computed: not null, UnpricedTokens: 0 };
        return new Allocation
        {
            Id = ResponseKeys.IdOf(session.Agent, id, keys),
            Agent = session.Agent,
            Session = id,
            Parent = session.ParentId is { } parent ? NoteWords.SessionId(parent) : null,
            From = responses.Min(r => r.Time),
            To = responses.Max(r => r.Time),
            Responses = keys,
            Models = [.. responses.GroupBy(r => NoteWords.Model(r.Model)).Select(m => new ModelUsage(m.Key, Sum(m))).OrderBy(m => m.Model, StringComparer.Ordinal)],
            Exactness = session.Exactness,
            CostReported = cost.Reported,
            CostComputed = priced ? cost.Computed : null,
            PriceTable = priced ? prices.Version : null,
            Method = link.Method,
        };
    }

    private static TokenUsage Sum(IEnumerable<UsageRecord> responses) => responses.Aggregate(default(TokenUsage), (sum, r) => sum + r.Usage);
}
