using AiAttribution.Core.Evidence.Catalogue;
using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Core.Sessions.Recorded;

namespace AiAttribution.Core.Sessions.Ledger;

/// <summary>
/// Decides which source of a session counts when several tell of it: adding them would count twice. Sub-agents go with the session that started them, because some sources
/// count them there.
/// </summary>
internal sealed class SourceChoice
{
    private const int Deepest = 32;

    private readonly Dictionary<(string Agent, string Session), string> _parents = [];
    private readonly Dictionary<string, string> _agents = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Agent, string Session), Dictionary<RecordSource, Exactness>> _sources = [];

    public SourceChoice(IReadOnlyCollection<Allocation> allocations, IEnumerable<UnlinkedSession> unlinked)
    {
        foreach (Allocation allocation in allocations)
        {
            if (allocation.Parent is { } parent && parent != allocation.Session)
                _parents[(allocation.Agent, allocation.Session)] = parent;
            if (allocation.Agent != AgentNames.Unknown)
                _agents[allocation.Session] = allocation.Agent;
        }

        foreach (Allocation allocation in allocations)
            Add(allocation.Agent, allocation.Session, allocation.Source, allocation.Exactness);
        foreach (UnlinkedSession rest in unlinked)
            Add(rest.Agent, rest.Session, rest.Source, rest.Exactness);
    }

    /// <summary>Whether a source is the one that counts for a session.</summary>
    public bool Counts(string agent, string session, RecordSource source) => Best(_sources[Root(agent, session)]) == source;

    /// <summary>How many sessions a source counts for, where another source was left out.</summary>
    public IEnumerable<SourceOverlap> Overlaps() =>
        _sources.Values.Where(sources => sources.Count > 1)
            .SelectMany(sources => sources.Keys.Where(s => s != Best(sources)).Select(left => (Counted: Best(sources), LeftOut: left)))
            .GroupBy(pair => pair)
            .OrderBy(group => group.Key)
            .Select(group => new SourceOverlap(group.Key.Counted, group.Key.LeftOut, group.Count()));

    private void Add(string agent, string session, RecordSource source, Exactness exactness)
    {
        (string, string) root = Root(agent, session);
        if (!_sources.TryGetValue(root, out Dictionary<RecordSource, Exactness>? sources))
            _sources.Add(root, sources = []);
        sources[source] = sources.TryGetValue(source, out Exactness known) && known < exactness ? known : exactness;
    }

    private static RecordSource Best(Dictionary<RecordSource, Exactness> sources) => sources.OrderBy(s => s.Value).ThenBy(s => s.Key).First().Key;

    private (string Agent, string Session) Root(string agent, string session)
    {
        if (agent == AgentNames.Unknown)
            agent = _agents.GetValueOrDefault(session, agent);
        for (int depth = 0; depth < Deepest && _parents.TryGetValue((agent, session), out string? parent); depth++)
            session = parent;
        return (agent, session);
    }
}

/// <summary>Sessions that two sources tell of.</summary>
/// <param name="Counted">The source that counts.</param>
/// <param name="LeftOut">The source that was left out.</param>
/// <param name="Sessions">Number of sessions.</param>
internal sealed record SourceOverlap(RecordSource Counted, RecordSource LeftOut, int Sessions);
