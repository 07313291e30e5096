namespace AiAttribution.Core.Deployments;

/// <summary>Puts deployments in order, one timeline for each service and environment.</summary>
/// <remarks>
/// Order is the server's time, ties by source and id; dates of commits never count. Deployments of the same commit to the same place within a quarter of an hour are one,
/// whichever sources tell of them: two systems often report the same event.
/// </remarks>
internal static class TimelineBuilder
{
    private static readonly TimeSpan SameEvent = TimeSpan.FromMinutes(15);

    /// <summary>Timelines in order of service and environment.</summary>
    public static IReadOnlyList<Timeline> Build(IEnumerable<PlacedDeployment> deployments, ICommitOrder order) =>
    [
        .. deployments.GroupBy(d => new Place(d.Record.Service, d.Record.Environment))
            .OrderBy(g => g.Key.Service, StringComparer.Ordinal)
            .ThenBy(g => g.Key.Environment, StringComparer.Ordinal)
            .Select(g => Of(g.Key.Service, g.Key.Environment, Ordered(g), order)),
    ];

    internal static PlacedDeployment[] Ordered(IEnumerable<PlacedDeployment> deployments) =>
    [
        .. deployments.OrderBy(d => d.Time)
            .ThenBy(d => d.Record.Source, StringComparer.Ordinal)
            .ThenBy(d => d.Record.SourceId.Length)
            .ThenBy(d => d.Record.SourceId, StringComparer.Ordinal),
    ];

    private static Timeline Of(string service, string environment, PlacedDeployment[] deployments, ICommitOrder order)
    {
        var steps = new List<TimelineStep>();
        var contents = new HashSet<string>(StringComparer.Ordinal);
        foreach (PlacedDeployment deployment in deployments.Where(d => d.Record.Status is not (DeploymentStatus.Failure or DeploymentStatus.Built)))
        {
            if (Resolve(deployment, steps) is not { } now || IsReportedAgain(deployment, now, steps))
                continue;
            steps.Add(new TimelineStep(now, Kind(deployment, now, steps, contents, order), deployment.Time));
            contents.Add(Content(now));
        }

        return new Timeline(service, environment, steps, deployments.Count(d => d.Record.Status == DeploymentStatus.Failure));
    }

    /// <summary>The deployment that runs afterwards: a rollback without commit brings back the content before the present one, a removal speaks of the present one. Null when there is none.</summary>
    private static PlacedDeployment? Resolve(PlacedDeployment deployment, List<TimelineStep> steps)
    {
        if (deployment.Commit is not null)
            return deployment;
        PlacedDeployment? present = steps.Count > 0 ? steps[^1].Deployment : null;
        return deployment.Record.Status == DeploymentStatus.Removed
            ? present
            : steps.LastOrDefault(s => s.Kind != StepKind.Removal && !IsSame(s.Deployment, present!))?.Deployment;
    }

    private static bool IsReportedAgain(PlacedDeployment stated, PlacedDeployment now, List<TimelineStep> steps) =>
        steps is [.., { } last] && last.Deployment.Commit == now.Commit && stated.Time - last.Time <= SameEvent
        && (last.Kind == StepKind.Removal) == (stated.Record.Status == DeploymentStatus.Removed)
        && last.Deployment.Record.Source != stated.Record.Source;

    private static StepKind Kind(PlacedDeployment stated, PlacedDeployment now, List<TimelineStep> steps, HashSet<string> contents, ICommitOrder order)
    {
        if (stated.Record.Status == DeploymentStatus.Removed)
            return StepKind.Removal;
        if (steps.Count == 0)
            return StepKind.First;
        PlacedDeployment before = steps[^1].Deployment;
        if (IsSame(before, now))
            return StepKind.Redeploy;
        if (Publications.Contains(now.Record.Environment))
            return order.IsAncestor(before.Commit!, now.Commit!) ? StepKind.Advance : StepKind.Lateral;
        if (order.IsAncestor(now.Commit!, before.Commit!))
            return StepKind.Rollback;
        bool advances = order.IsAncestor(before.Commit!, now.Commit!);
        bool wasLive = contents.Contains(Content(now));
        bool goesForwardAgain = advances && steps.Exists(s => s.Deployment.Commit == now.Commit);
        return wasLive && !goesForwardAgain ? StepKind.Rollback : advances ? StepKind.Advance : StepKind.Lateral;
    }

    private static string Content(PlacedDeployment deployment) => deployment.Tree ?? deployment.Commit!;

    private static bool IsSame(PlacedDeployment one, PlacedDeployment other) =>
        one.Commit == other.Commit || (one.Tree is not null && one.Tree == other.Tree);

    private sealed record Place(string Service, string Environment);
}
