using System.Globalization;

namespace AiAttribution.Core.Sessions;

/// <summary>
/// Keeps one record of each response. The agent writes a response several times while it streams, so the record with the most output is the last word;
/// a main line comes before a side line, whatever it counts.
/// </summary>
internal sealed class ResponseTable
{
    private readonly Dictionary<(string Agent, string Key), Entry> _entries = [];

    /// <summary>Sessions must be added in order: the first one that has the response owns it.</summary>
    public void Add(string agent, int session, UsageRecord response)
    {
        if (!_entries.TryGetValue((agent, response.Key), out Entry? entry))
        {
            _entries.Add((agent, response.Key), new Entry(session, response));
            return;
        }

        if (response.IsSideLine && !entry.Response.IsSideLine)
            return;
        if (!response.IsSideLine && entry.Response.IsSideLine)
            entry.Restart(session, response);
        else
            entry.Add(session, response);
    }

    /// <summary>Gives each response with the session that owns it.</summary>
    public void ForEach(Action<int, UsageRecord> take)
    {
        foreach (Entry entry in _entries.Values)
            entry.Give(take);
    }

    // Under load a provider has given one id to several answers: then requests and tool calls differ. The same answer under a new request repeats both its calls and its counts.
    private static bool IsSame(UsageRecord known, UsageRecord other)
    {
        if (known.IsSideLine || known.Request == 0 || other.Request == 0)
            return known.SubKey == other.SubKey;
        if (known.Request == other.Request)
            return true;
        return known.Call != 0 && other.Call != 0 ? known.Call == other.Call : known.Usage == other.Usage;
    }

    /// <summary>The response of one key; others of the same key that count by themselves follow it.</summary>
    private sealed class Entry(int session, UsageRecord response)
    {
        private int _session = session;
        private Entry? _next;

        public UsageRecord Response { get; private set; } = response;

        public void Restart(int owner, UsageRecord main)
        {
            _session = owner;
            Response = main;
            _next = null;
        }

        public void Add(int owner, UsageRecord other)
        {
            if (IsSame(Response, other))
                Response = Better(Response, other);
            else if (_next is null)
                _next = new Entry(owner, other.Request == 0 || other.SubKey.Length > 0 ? other : other with { SubKey = other.Request.ToString("x16", CultureInfo.InvariantCulture) });
            else
                _next.Add(owner, other);
        }

        public void Give(Action<int, UsageRecord> take)
        {
            for (Entry? entry = this; entry is not null; entry = entry._next)
                take(entry._session, entry.Response);
        }

        // The response keeps the time of its first line: it was under way from then on.
        private static UsageRecord Better(UsageRecord first, UsageRecord second)
        {
            (long, long) old = (first.Usage.Output, first.Usage.Total);
            return (second.Usage.Output, second.Usage.Total).CompareTo(old) > 0 ? second with { Time = first.Time ?? second.Time, SubKey = first.SubKey } : first;
        }
    }
}
