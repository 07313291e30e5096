namespace AiAttribution.Core.Deployments;

/// <summary>Decides the deployment trail of changes.</summary>
/// <param name="timelines">Timelines of the environments that count as live.</param>
/// <param name="order">Knows for every change and deployed commit whether the one is in the other's history.</param>
/// <param name="content">Whether the files of a deployed commit hold the lines of a change.</param>
internal sealed class DeploymentJudge(IReadOnlyList<Timeline> timelines, ICommitOrder order, IDeployedContent content)
{
    private readonly Dictionary<Timeline, TimelineStep[]> _kept = new(ReferenceEqualityComparer.Instance);

    /// <summary>Deployments of commits that are not in the repository: what they hold cannot be known.</summary>
    public IReadOnlyList<DeploymentRecord> Missing { get; init; } = [];

    /// <summary>Whether history is cut off, so that a commit may be contained without being seen.</summary>
    public bool IsShallow { get; init; }

    /// <summary>For so long a change may wait for its deployment.</summary>
    public TimeSpan Grace { get; init; }

    /// <summary>Which paths belong to which service.</summary>
    public ServiceMap Services { get; init; } = ServiceMap.None;

    /// <summary>Time of the newest thing in the repository, so that the same commit gives the same answer on any day.</summary>
    public DateTimeOffset Now { get; init; }

    /// <summary>The trail of a change.</summary>
    /// <param name="change">The change.</param>
    public Deployment Of(Change change)
    {
        // Paths that no known service brings have no deployment source, which is not the same as not being deployed.
        Timeline[] asked = [.. timelines.Where(t => Services.Brings(t.Service, change.Paths))];
        if (asked.Length == 0)
            return Deployment.NotKnown(DeploymentGap.NotBrought);
        Finding[] findings = [.. asked.Select(t => In(t, change))];
        if (Earliest(findings, change) is { } live)
            return live;
        if (Gap(asked, findings, change) is { } gap)
            return gap;
        if (findings.Where(f => f.First is not null).MinBy(f => f.First!.Time) is { } was)
            return new Deployment(DeploymentTrail.RolledBack, was.First!.Deployment.Words) { Shipped = Shipped(was.First, change) };
        return new Deployment(Now - change.Committed <= Grace ? DeploymentTrail.Pending : DeploymentTrail.None, null);
    }

    private Deployment? Gap(Timeline[] asked, Finding[] findings, Change change)
    {
        if (IsShallow)
            return Deployment.NotKnown(DeploymentGap.Cut);
        if (Array.Exists(asked, t => HidesLive(t, change)))
            return Deployment.NotKnown(DeploymentGap.NotHere);
        return Array.Find(findings, f => f.State == Held.Unknown) is { } part ? Deployment.NotKnown(DeploymentGap.Part, part.Beside?.Deployment.Words) : null;
    }

    private static Deployment? Earliest(Finding[] findings, Change change)
    {
        Finding? first = findings.Where(f => f.State == Held.Yes).MinBy(f => f.First!.Time);
        return first is null ? null : new Deployment(DeploymentTrail.Deployed, first.First!.Deployment.Words) { Shipped = Shipped(first.First, change), ByContent = first.ByContent };
    }

    /// <summary>No clock lets a change ship before it was written.</summary>
    private static DateTimeOffset? Shipped(TimelineStep step, Change change) => step.Time == DateTimeOffset.MinValue || step.Time < change.Authored ? null : step.Time;

    private Finding In(Timeline timeline, Change change) => timeline.KeepsAll ? InReleases(timeline, change) : InServer(timeline, change);

    /// <summary>The first release that was not taken back and has the change: in its history, or in its files under another commit.</summary>
    private Finding InReleases(Timeline timeline, Change change)
    {
        TimelineStep? beside = null;
        foreach (TimelineStep step in Kept(timeline))
        {
            if (order.IsAncestor(change.Commit, step.Deployment.Commit!))
                return new Finding(Held.Yes, step, false);
            Held here = Adds(step, change);
            if (here == Held.Yes)
                return new Finding(Held.Yes, step, true);
            beside = here == Held.Unknown ? step : beside;
        }

        TimelineStep? was = timeline.Steps.FirstOrDefault(s => s.Kind != StepKind.Removal && order.IsAncestor(change.Commit, s.Deployment.Commit!));
        return new Finding(beside is null ? Held.No : Held.Unknown, was, false) { Beside = beside };
    }

    /// <summary>Releases that were not taken back.</summary>
    private TimelineStep[] Kept(Timeline timeline)
    {
        if (_kept.TryGetValue(timeline, out TimelineStep[]? kept))
            return kept;
        var live = timeline.Live.Select(d => d.Commit).ToHashSet();
        return _kept[timeline] = [.. timeline.Steps.Where(s => s.Kind != StepKind.Removal && live.Contains(s.Deployment.Commit))];
    }

    /// <summary>Live when the last deployment has the change; shipped when the stretch of deployments that have it began.</summary>
    private Finding InServer(Timeline timeline, Change change)
    {
        TimelineStep? ever = timeline.Steps.FirstOrDefault(s => Contains(s, change));
        if (timeline.Live is not [{ Commit: { } running }])
            return new Finding(Held.No, ever, false);
        int start = timeline.Steps.Count - 1;
        bool byContent = !order.IsAncestor(change.Commit, running);
        Held held = byContent ? Adds(timeline.Steps[start], change) : content.Keeps(running, change) == Held.No ? Held.No : Held.Yes;
        if (held != Held.Yes)
            return new Finding(held, ever, false) { Beside = timeline.Steps[start] };
        while (start > 0 && (Contains(timeline.Steps[start - 1], change) || (timeline.Steps[start - 1].Kind != StepKind.Removal && Adds(timeline.Steps[start - 1], change) == Held.Yes)))
            start--;
        return new Finding(Held.Yes, timeline.Steps[start], byContent || !Contains(timeline.Steps[start], change));
    }

    /// <summary>Whether the files of a deployment hold a change that its history lacks; those of one that is older than the change do not, whatever they hold.</summary>
    private Held Adds(TimelineStep step, Change change) =>
        step.Time != DateTimeOffset.MinValue && step.Time < change.Authored ? Held.No : content.Adds(step.Deployment.Commit!, change);

    private bool Contains(TimelineStep step, Change change) =>
        step.Kind != StepKind.Removal && order.IsAncestor(change.Commit, step.Deployment.Commit!);

    /// <summary>Whether a deployment that cannot be looked into decides: a later one of a server, any release that is younger than the change.</summary>
    private bool HidesLive(Timeline timeline, Change change) => Missing.Any(m =>
        m.Service == timeline.Service && m.Environment == timeline.Environment && m.Status is not DeploymentStatus.Failure
        && (timeline.KeepsAll ? m.Time >= change.Committed : timeline.Steps.Count == 0 || m.Time > timeline.Steps[^1].Time));

    private sealed record Finding(Held State, TimelineStep? First, bool ByContent)
    {
        /// <summary>The newest deployment of which it cannot be told whether it has the change.</summary>
        public TimelineStep? Beside { get; init; }
    }
}
