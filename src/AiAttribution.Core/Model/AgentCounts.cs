using System.Collections;
using AiAttribution.Core.Model.Cost;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Model;

/// <summary>Lines or commits per agent, as far as <see cref="PrivacyThreshold"/> allows to tell them apart: in order of the alphabet, then the others in one.</summary>
internal sealed class AgentCounts : IReadOnlyCollection<NamedCount>
{
    private readonly SortedDictionary<string, (int Count, BuilderShares Builders)> _agents = new(StringComparer.Ordinal);

    /// <summary>Number of names that may be told, the others being one; 0 when nothing may be told apart.</summary>
    public int Count => Told().Count;

    /// <summary>Why some are put together, with full stop; null when none is.</summary>
    public string? Hidden => PrivacyThreshold.Words(HidesSome, Count > 0);

    /// <summary>Whether some are put together or left out.</summary>
    public bool HidesSome => Split().Hidden.Count > 0;

    /// <summary>The largest first, equal ones in the order of names, the others last.</summary>
    public IReadOnlyList<NamedCount> LargestFirst => [.. Told().OrderBy(c => c.Name == CostGroupName.Others).ThenByDescending(c => c.Count)];

    /// <summary>Adds to the count of an agent.</summary>
    /// <param name="agent">The agent, with its model where models are told apart.</param>
    /// <param name="count">How many.</param>
    /// <param name="builder">Who made the commit that they are of; null for a machine.</param>
    public void Add(string agent, int count, int? builder)
    {
        (int before, BuilderShares builders) = _agents.TryGetValue(agent, out var known) ? known : (0, new BuilderShares());
        builders.Add(builder, count);
        _agents[agent] = (before + count, builders);
    }

    /// <inheritdoc/>
    public IEnumerator<NamedCount> GetEnumerator() => Told().GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private List<NamedCount> Told()
    {
        var (shown, hidden) = Split();
        List<NamedCount> told = [.. shown.Select(a => new NamedCount(a.Key, a.Value.Count))];
        if (shown.Count > 0 && hidden.Count > 0)
            told.Add(new NamedCount(CostGroupName.Others, hidden.Sum(a => a.Value.Count)));
        return told;
    }

    private (IReadOnlyList<KeyValuePair<string, (int Count, BuilderShares Builders)>> Shown, IReadOnlyList<KeyValuePair<string, (int Count, BuilderShares Builders)>> Hidden) Split() =>
        PrivacyThreshold.Split([.. _agents], a => a.Value.Builders);
}
