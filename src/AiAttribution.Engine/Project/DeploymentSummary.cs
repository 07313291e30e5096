using AiAttribution.Core.Deployments;
using AiAttribution.Core.Model;
using AiAttribution.Git.Deployments;

namespace AiAttribution.Engine.Project;

/// <summary>The report's view of deployments.</summary>
internal static class DeploymentSummary
{
    public static ReportDeployments Of(DeploymentHistory history)
    {
        var live = history.Timelines.Select(t => (t.Service, t.Environment)).ToHashSet();
        return new ReportDeployments(
            history.LiveCount,
            history.Newest?.Words,
            [.. history.All.Select(t => Environment(t, live.Contains((t.Service, t.Environment))))],
            history.Reading.Unplaced.Count,
            history.Missing.Count,
            history.OddClocks);
    }

    private static ReportEnvironment Environment(Timeline timeline, bool isLive) => new(
        timeline.Service,
        timeline.Environment,
        isLive,
        timeline.Steps.Count - timeline.Count(StepKind.Removal),
        timeline.Count(StepKind.Rollback),
        timeline.Failures,
        timeline.Live.MaxBy(d => d.Time)?.Name);
}
