namespace AiAttribution.Core.Model.Cost;

/// <summary>
/// Decides which groups may be told apart, in all forms of all reports: a group that few builders stand behind, or one of them mostly, would tell of persons. What is
/// hidden is summed, and more is hidden until that sum tells of nobody either; else it could be found by taking the shown groups from the total.
/// </summary>
internal static class PrivacyThreshold
{
    /// <summary>Fewest builders behind a group that is shown.</summary>
    public const int FewestBuilders = 5;

    /// <summary>The groups that may be shown, and those that are put together; when none may be shown, not even the others are a row.</summary>
    /// <param name="groups">All groups, in an order that does not depend on their figures.</param>
    /// <param name="behind">Who stands behind a group.</param>
    public static (IReadOnlyList<T> Shown, IReadOnlyList<T> Hidden) Split<T>(IReadOnlyList<T> groups, Func<T, BuilderShares> behind)
    {
        List<T> shown = [.. groups.Where(g => behind(g).IsSafe)];
        List<T> hidden = [.. groups.Where(g => !behind(g).IsSafe)];
        while (hidden.Count > 0 && shown.Count > 0 && !BuilderShares.Of(hidden.Select(behind)).IsSafe)
        {
            T smallest = shown.MinBy(g => behind(g).Count)!;
            hidden.Add(smallest);
            shown.Remove(smallest);
        }

        return (shown, hidden);
    }

    /// <summary>Why agents and models are put together, with full stop; null when none is.</summary>
    /// <param name="hidesSome">Whether some are hidden.</param>
    /// <param name="showsSome">Whether some are shown.</param>
    public static string? Words(bool hidesSome, bool showsSome) => !hidesSome ? null : showsSome
        ? $"Agents and models behind which fewer than {FewestBuilders} builders stand, or one for most, are put together."
        : $"Agents and models are not told apart: fewer than {FewestBuilders} builders stand behind them, or one for most.";
}
