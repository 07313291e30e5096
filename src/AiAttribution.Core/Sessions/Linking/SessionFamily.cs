namespace AiAttribution.Core.Sessions.Linking;

/// <summary>Sessions and those that they started. One without a commit of its own shares the commits of its parent; a parent without any shares those of its children.</summary>
internal sealed class SessionFamily
{
    private const int Deepest = 32;

    private readonly Dictionary<(string Agent, string Id), AgentSession> _byId;
    private readonly ILookup<(string Agent, string Id), AgentSession> _children;
    private readonly ILookup<(string Agent, string Id), CommitLink> _own;

    public SessionFamily(IReadOnlyList<AgentSession> sessions, IEnumerable<CommitLink> links)
    {
        _byId = sessions.ToDictionary(s => (s.Agent, s.Id));
        _children = sessions.Where(s => s.ParentId is not null && s.ParentId != s.Id).ToLookup(s => (s.Agent, s.ParentId!));
        _own = links.ToLookup(l => (l.Agent, l.Session));
    }

    /// <summary>Commits of a session in the order of time.</summary>
    public IReadOnlyList<CommitLink> LinksOf(AgentSession session) =>
        [.. Find(session).GroupBy(l => l.Commit).Select(Strongest).OrderBy(l => l.Until).ThenBy(l => l.Commit, StringComparer.Ordinal)];

    private IEnumerable<CommitLink> Find(AgentSession session)
    {
        AgentSession? at = session;
        for (int depth = 0; at is not null && depth < Deepest; depth++)
        {
            if (_own.Contains((at.Agent, at.Id)))
                return _own[(at.Agent, at.Id)];
            at = at.ParentId is { } parent ? _byId.GetValueOrDefault((at.Agent, parent)) : null;
        }

        return Below(session, 0);
    }

    private IEnumerable<CommitLink> Below(AgentSession session, int depth) =>
        depth == Deepest ? [] : _children[(session.Agent, session.Id)].SelectMany(child => _own[(child.Agent, child.Id)].Concat(Below(child, depth + 1)));

    private static CommitLink Strongest(IEnumerable<CommitLink> links)
    {
        CommitLink[] all = [.. links];
        return all[0] with { Method = all.Min(l => l.Method), Until = all.Max(l => l.Until) };
    }
}
