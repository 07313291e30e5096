using System.Collections;

namespace AiAttribution.Core.Text;

/// <summary>How often something was counted.</summary>
/// <param name="Name">What was counted.</param>
/// <param name="Count">How often.</param>
internal sealed record NamedCount(string Name, int Count);

/// <summary>Counts by name, such as lines per agent or commits per kind of evidence; they are gone through in the order of names.</summary>
internal sealed class NamedCounts : IReadOnlyCollection<NamedCount>
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>Number of names.</summary>
    public int Count => _counts.Count;

    /// <summary>The count of a name; 0 when it was never counted.</summary>
    public int this[string name] => _counts.GetValueOrDefault(name);

    /// <summary>The largest first, equal ones in the order of names.</summary>
    public IReadOnlyList<NamedCount> LargestFirst => [.. this.OrderByDescending(c => c.Count)];

    /// <summary>Adds to the count of a name.</summary>
    public void Add(string name, int count = 1) => _counts[name] = _counts.GetValueOrDefault(name) + count;

    /// <inheritdoc/>
    public IEnumerator<NamedCount> GetEnumerator() => _counts.Keys.Order(StringComparer.Ordinal).Select(name => new NamedCount(name, _counts[name])).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
