namespace AiAttribution.Core.Sessions;

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
