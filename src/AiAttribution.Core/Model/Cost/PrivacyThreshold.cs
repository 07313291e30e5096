namespace AiAttribution.Core.Model.Cost;

/// <summary>
/// Decides which groups may be told apart: a group that few builders stand behind, or one of them mostly, would tell of persons. What is hidden is summed, and more is
/// hidden until that sum tells of nobody either; else it could be found by taking the shown groups from the total.
/// </summary>
internal static class PrivacyThreshold
{
    /// <summary>Fewest builders behind a group that is shown.</summary>
    public const int FewestBuilders = 5;

    private const int MostPercentOfOne = 60;

    /// <summary>The groups that may be shown, and the sum of the others; none and null when nothing may be told apart.</summary>
    /// <param name="groups">All groups, in an order that does not depend on their figures.</param>
    public static (IReadOnlyList<(CostGroupName Name, CostTally Tally)> Shown, CostTally? Others) Split(IReadOnlyList<(CostGroupName Name, CostTally Tally)> groups)
    {
        List<(CostGroupName Name, CostTally Tally)> shown = [.. groups.Where(g => IsSafe(g.Tally))];
        CostTally[] hidden = [.. groups.Where(g => !IsSafe(g.Tally)).Select(g => g.Tally)];
        if (hidden.Length == 0)
            return (shown, null);
        var others = new CostTally();
        foreach (CostTally tally in hidden)
            others.Add(tally);
        while (!IsSafe(others) && shown.Count > 0)
        {
            var smallest = shown.MinBy(g => g.Tally.Builders.Count);
            others.Add(smallest.Tally);
            shown.Remove(smallest);
        }

        return shown.Count == 0 ? ([], null) : (shown, others);
    }

    private static bool IsSafe(CostTally tally) =>
        tally.Builders.Count >= FewestBuilders && tally.Builders.Values.Max() * 100 <= tally.Builders.Values.Sum() * MostPercentOfOne;
}
