namespace AiAttribution.Core.Model.Cost;

/// <summary>How much of a group each builder stands for, such as tokens or lines. It only decides what may be shown, and is never written.</summary>
internal sealed class BuilderShares
{
    private const int MostPercentOfOne = 60;

    private readonly Dictionary<int, long> _amounts = [];

    /// <summary>Number of builders.</summary>
    public int Count => _amounts.Count;

    /// <summary>Whether the group tells of nobody: enough builders, and none who stands for most of it.</summary>
    public bool IsSafe => Count >= PrivacyThreshold.FewestBuilders && _amounts.Values.Max() * 100 <= _amounts.Values.Sum() * MostPercentOfOne;

    /// <summary>Those of several groups together.</summary>
    public static BuilderShares Of(IEnumerable<BuilderShares> groups)
    {
        var all = new BuilderShares();
        foreach (BuilderShares group in groups)
            all.Add(group);
        return all;
    }

    /// <summary>Adds what a commit brought.</summary>
    /// <param name="builder">Who made it; null for a machine, which is no builder.</param>
    /// <param name="amount">How much.</param>
    public void Add(int? builder, long amount)
    {
        if (builder is { } person)
            _amounts[person] = _amounts.GetValueOrDefault(person) + amount;
    }

    /// <summary>Adds those of another group.</summary>
    public void Add(BuilderShares other)
    {
        foreach ((int builder, long amount) in other._amounts)
            Add(builder, amount);
    }
}
