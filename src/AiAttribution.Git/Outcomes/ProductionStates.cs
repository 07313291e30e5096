using AiAttribution.Core.Deployments;
using AiAttribution.Core.Outcomes;

namespace AiAttribution.Git.Outcomes;

/// <summary>What a place of production runs from a day on.</summary>
/// <param name="Day">The day.</param>
/// <param name="Service">Service whose paths it brings.</param>
/// <param name="Slot">The place: a service in an environment, or a line of versions of a library.</param>
/// <param name="Tree">Full id of the tree; null for nothing.</param>
internal sealed record ProductionState(int Day, string Service, string Slot, string? Tree);

/// <summary>Turns timelines of deployments into states of production: a deployment replaces what its environment ran, a stable version the older ones of its major.</summary>
internal static class ProductionStates
{
    /// <summary>States in order of days, the last one of a day and place only.</summary>
    /// <param name="timelines">Timelines of the environments that count as live.</param>
    public static IReadOnlyList<ProductionState> Of(IEnumerable<Timeline> timelines) =>
    [
        .. timelines.SelectMany(t => t.KeepsAll ? OfReleases(t) : OfServer(t))
            .GroupBy(s => (s.Day, s.Slot))
            .Select(g => g.Last())
            .OrderBy(s => s.Day)
            .ThenBy(s => s.Slot, StringComparer.Ordinal),
    ];

    private static IEnumerable<ProductionState> OfServer(Timeline timeline) =>
        timeline.Steps.Select(s => new ProductionState(OutcomeDay.Of(s.Time), timeline.Service, $"{timeline.Service}\0{timeline.Environment}", s.Kind == StepKind.Removal ? null : s.Deployment.Tree));

    private static IEnumerable<ProductionState> OfReleases(Timeline timeline)
    {
        var published = new Dictionary<string, List<(ReleasedVersion? Version, string? Commit, string? Tree)>>(StringComparer.Ordinal);
        foreach (TimelineStep step in timeline.Steps)
        {
            ReleasedVersion? version = ReleasedVersion.Of(step.Deployment.Name);
            if (version is { IsStable: false })
                continue;
            string line = version?.Line ?? "";
            if (!published.TryGetValue(line, out List<(ReleasedVersion? Version, string? Commit, string? Tree)>? versions))
                published.Add(line, versions = []);
            versions.RemoveAll(v => v.Commit == step.Deployment.Commit);
            if (step.Kind != StepKind.Removal)
                versions.Add((version, step.Deployment.Commit, step.Deployment.Tree));
            yield return new ProductionState(OutcomeDay.Of(step.Time), timeline.Service, $"{timeline.Service}\0{timeline.Environment}\0{line}", Newest(versions));
        }
    }

    /// <summary>Of versions without a number the last one that was published.</summary>
    private static string? Newest(List<(ReleasedVersion? Version, string? Commit, string? Tree)> versions)
    {
        (ReleasedVersion? Version, string? Commit, string? Tree)? newest = null;
        foreach ((ReleasedVersion? Version, string? Commit, string? Tree) version in versions)
        {
            if (newest?.Version is not { } known || version.Version is null || !known.IsNewerThan(version.Version))
                newest = version;
        }

        return newest?.Tree;
    }
}
