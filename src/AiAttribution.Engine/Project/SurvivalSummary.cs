using AiAttribution.Core.Deployments;
using AiAttribution.Core.Deployments.Timeline;
using AiAttribution.Core.Lines;
using AiAttribution.Core.Model;
using AiAttribution.Core.Outcomes;
using AiAttribution.Core.Policy;
using AiAttribution.Engine.Repository;
using AiAttribution.Git.Deployments;
using AiAttribution.Git.Survival;

namespace AiAttribution.Engine.Project;

/// <summary>The report's view of the lives of lines.</summary>
internal static class SurvivalSummary
{
    public static ReportSurvival Of(CollectedHistory history, AttributionPolicy policy)
    {
        AttributionResult attribution = history.Scan.Attribution;
        SurvivalHistory survival = SurvivalScanner.Read(history.Repository, attribution.Commit, history.Scan.Options);
        DateTimeOffset now = history.Deployments.Now(attribution);
        ChangeLife[] changes = [.. survival.Changes.Where(c => c.IsAi)];
        var deployments = DeploymentHistory.Read(history.Repository, policy, history.Deployments.Reading, changes.Select(c => c.Commit));
        DeploymentJudge judge = deployments.Judge(attribution, policy);
        ILookup<string, LineSource> present = attribution.Sources.Where(s => s.Evidence.Count > 0).ToLookup(s => s.Commit, StringComparer.Ordinal);
        return new ReportSurvival(survival.Since, now, survival.IsCut, survival.Ai(now), survival.Other(now),
        [
            .. Enumerable.Reverse(changes).Select(c => new ReportChange(c, Deployment(history, judge, c.Commit, present[c.Commit]))),
        ]);
    }

    /// <summary>Of the lines that are left, the first that shipped; of a change of which nothing is left, that of its commit.</summary>
    private static Deployment Deployment(CollectedHistory history, DeploymentJudge judge, string commit, IEnumerable<LineSource> left)
    {
        Deployment[] trails = [.. left.Select(history.DeploymentOf)];
        return trails.Length == 0
            ? judge.Of(new Change(commit, history.Repository.CommitTime(commit)))
            : trails.OrderByDescending(t => t.Trail == DeploymentTrail.Deployed).ThenBy(t => t.Shipped ?? DateTimeOffset.MaxValue).First();
    }
}
