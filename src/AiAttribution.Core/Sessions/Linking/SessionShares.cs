using AiAttribution.Core.Sessions.Notes;

namespace AiAttribution.Core.Sessions.Linking;

/// <summary>Shares out the responses of one session that no note holds yet.</summary>
internal sealed class SessionShares
{
    private readonly AgentSession _session;
    private readonly IReadOnlyList<CommitLink> _links;
    private readonly List<(CommitLink Link, UsageRecord Response)> _given = [];
    private readonly List<(RestReason Reason, UsageRecord Response)> _rest = [];

    public SessionShares(AgentSession session, IReadOnlyList<CommitLink> links, LinkInput input)
    {
        _session = session;
        _links = links;
        UsageRecord[] responses = [.. session.Responses.OrderBy(r => r.Time)];
        Dictionary<UsageRecord, CommitLink> closing = IsTotal || !input.KnowsEdits ? [] : new TrailingResponses(session, links, input.Now).Find(responses);
        for (int i = 0; i < responses.Length; i++)
        {
            UsageRecord response = responses[i];
            if (input.Allocated.Contains(ResponseKeys.Of(session.Agent, response)))
                continue;
            CommitLink? link = closing.GetValueOrDefault(response) ?? LinkOf(response);
            if (i == responses.Length - 1 && response.Time is { } newest && input.Now - newest < LinkInput.SettleTime)
                _rest.Add((RestReason.InFlight, response));
            else if (link is not null)
                _given.Add((link, response));
            else
                _rest.Add((Reason, response));
        }
    }

    public IEnumerable<(CommitLink Link, UsageRecord[] Responses)> ByCommit() =>
        _given.GroupBy(g => g.Link.Commit, StringComparer.Ordinal).Select(g => (g.First().Link, g.Select(r => r.Response).ToArray()));

    public IEnumerable<SessionRest> Rests() =>
        _rest.GroupBy(r => r.Reason).OrderBy(g => g.Key).Select(g => new SessionRest(
            _session.Agent,
            _session.Id,
            g.Aggregate(default(TokenUsage), (sum, r) => sum + r.Response.Usage),
            g.Key)
        {
            Responses = [.. g.Select(r => r.Response)],
        });

    private bool IsTotal => _session.Exactness == Exactness.SessionTotal;

    private RestReason Reason => _links.Count == 0 ? RestReason.NoCommit : IsTotal ? RestReason.SeveralCommits : RestReason.AfterLastCommit;

    private CommitLink? LinkOf(UsageRecord response)
    {
        if (IsTotal || response.Since is not null || response.Time is null)
            return _links.Count == 1 ? _links[0] : null;
        return _links.FirstOrDefault(link => response.Time <= link.Until);
    }
}
