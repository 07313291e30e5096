namespace AiAttribution.Core.Sessions;

/// <summary>
/// Makes sessions of what single log files say. A response that several files repeat (resume, fork, compaction, sub-agents) counts once and belongs to the
/// session that began first; what several files say of one session becomes one.
/// </summary>
internal static class SessionMerger
{
    /// <summary>Sessions in order of start, then agent and id. Input may hold the same session and the same response many times, in any order.</summary>
    public static IReadOnlyList<AgentSession> Merge(IEnumerable<AgentSession> fragments) =>
        [.. WithoutCopies([.. fragments.GroupBy(part => (part.Agent, part.Id)).Select(SessionSources.Join)]).Select(Worth)];

    /// <summary>What one file says of a session, each response once.</summary>
    public static AgentSession Tidy(AgentSession fragment)
    {
        AgentSession session = SessionSources.Join([fragment]);
        return session with { Responses = InOrder([.. Responses([session])[0]]) };
    }

    private static IEnumerable<AgentSession> WithoutCopies(List<AgentSession> joined)
    {
        joined.Sort(ByStart);
        List<UsageRecord>[] kept = Responses(joined);
        var edits = new FirstOwners();
        var commits = new FirstOwners();
        return joined.Select((session, index) =>
        {
            UsageRecord[] own = InOrder([.. kept[index]]);
            return session with
            {
                Responses = own,
                HasCopies = session.HasCopies || own.Length < session.Responses.Count,

                // A copy keeps the times of its original, so an edit or commit at the same moment is the same one.
                EditedFiles = edits.Take(session.Agent, session.EditedFiles, edit => (edit.Path, edit.Time)),
                Commits = commits.Take(session.Agent, session.Commits, commit => (commit.Id, commit.Time)),
            };
        });
    }

    /// <summary>The responses of each session, by its place in the order of start, without those that another one has.</summary>
    private static List<UsageRecord>[] Responses(IReadOnlyList<AgentSession> joined)
    {
        var winners = new ResponseTable();
        for (int session = 0; session < joined.Count; session++)
        {
            foreach (UsageRecord response in joined[session].Responses)
                winners.Add(joined[session].Agent, session, response);
        }

        var names = new SecondNames(joined);
        var kept = new List<UsageRecord>[joined.Count];
        for (int session = 0; session < joined.Count; session++)
            kept[session] = new List<UsageRecord>(joined[session].Responses.Count);
        winners.ForEach((session, response) =>
        {
            if (!names.IsCopy(joined[session].Agent, session, response))
                kept[session].Add(response);
        });
        return kept;
    }

    // Exact is what nobody had to cut, clamp or guess.
    private static AgentSession Worth(AgentSession session) =>
        session is { IsDoubtful: true, Exactness: < Exactness.Partial } ? session with { Exactness = Exactness.Partial } : session;

    private static UsageRecord[] InOrder(UsageRecord[] responses)
    {
        // Logs are written in order, so there is rarely anything to do.
        for (int i = 1; i < responses.Length; i++)
        {
            if (ByTime(responses[i - 1], responses[i]) > 0)
                return [.. responses.Order(Comparer<UsageRecord>.Create(ByTime))];
        }

        return responses;
    }

    private static int ByTime(UsageRecord left, UsageRecord right) =>
        Nullable.Compare(left.Time, right.Time) is var order && order != 0 ? order : string.CompareOrdinal(left.Key, right.Key);

    // A copy begins with the lines of its original, so both start at one time: the one that ended first is the original.
    private static int ByStart(AgentSession left, AgentSession right)
    {
        int order = (left.Start ?? DateTimeOffset.MaxValue).CompareTo(right.Start ?? DateTimeOffset.MaxValue);
        if (order == 0)
            order = (left.End ?? DateTimeOffset.MaxValue).CompareTo(right.End ?? DateTimeOffset.MaxValue);
        if (order == 0)
            order = string.CompareOrdinal(left.Agent, right.Agent);
        return order == 0 ? string.CompareOrdinal(left.Id, right.Id) : order;
    }
}

/// <summary>Knows copies that do not keep their key: a session that began before has the answer under the same second name.</summary>
internal sealed class SecondNames
{
    private readonly Dictionary<(string Agent, string Alias), int> _first = [];

    /// <param name="sessions">In order of start.</param>
    public SecondNames(IReadOnlyList<AgentSession> sessions)
    {
        for (int session = 0; session < sessions.Count; session++)
        {
            foreach (UsageRecord response in sessions[session].Responses)
            {
                if (response.Alias is { } alias)
                    _first.TryAdd((sessions[session].Agent, alias), session);
            }
        }
    }

    public bool IsCopy(string agent, int session, UsageRecord response) =>
        response is { MayBeCopy: true, Alias: { } alias } && _first.TryGetValue((agent, alias), out int first) && first < session;
}

/// <summary>Gives things that several sessions show to the first that does. What has no time is nobody else's.</summary>
internal sealed class FirstOwners
{
    private readonly HashSet<(string Agent, string Name, DateTimeOffset? Time)> _taken = new(new ByMoment());

    /// <summary>The items that no session before had; an item that the session itself has twice stays twice.</summary>
    public IReadOnlyList<T> Take<T>(string agent, IReadOnlyList<T> items, Func<T, (string Name, DateTimeOffset? Time)> key)
    {
        List<(string, string, DateTimeOffset?)> keys = [.. items.Select(key).Where(item => item.Time is not null).Select(item => (agent, item.Name, item.Time))];
        T[]? own = keys.Exists(_taken.Contains) ? [.. items.Where(item => key(item) is var (name, time) && (time is null || !_taken.Contains((agent, name, time))))] : null;
        _taken.UnionWith(keys);
        return own ?? items;
    }

    // Everything that is compared is of one agent or nearly so: its name would be hashed for nothing.
    private sealed class ByMoment : IEqualityComparer<(string Agent, string Name, DateTimeOffset? Time)>
    {
        public bool Equals((string Agent, string Name, DateTimeOffset? Time) left, (string Agent, string Name, DateTimeOffset? Time) right) =>
            left.Time == right.Time && left.Name == right.Name && left.Agent == right.Agent;

        public int GetHashCode((string Agent, string Name, DateTimeOffset? Time) item) => HashCode.Combine(item.Time, item.Name);
    }
}
