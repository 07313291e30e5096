using AiAttribution.Core.Deployments;
using AiAttribution.Core.Lines;
using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Envelopes;
using AiAttribution.Core.Outcomes;
using AiAttribution.Core.Policy;
using AiAttribution.Engine.Repository;
using AiAttribution.Git.Deployments;
using AiAttribution.Git.Outcomes;

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
        DeploymentHistory deployments = history.Deployments.Asked(changes.Select(c => c.Commit));
        DeploymentJudge judge = deployments.Judge(attribution, policy);
        ILookup<string, (LineSource Source, int Lines)> present = Present(attribution);
        ReportChange[] told = [.. Enumerable.Reverse(changes).Select(c => Change(history, judge, c, [.. present[c.Commit]]))];
        deployments.Save();
        return new ReportSurvival(survival.Since, now, survival.IsCut, survival.Ai(now), survival.Other(now), told)
        {
            Cohorts = Cohorts(survival, now),
            Repeated = survival.Repeated,
        };
    }

    private static IReadOnlyList<SurvivalCohort> Cohorts(SurvivalHistory survival, DateTimeOffset now)
    {
        var young = TimeSpan.FromDays(LineLives.Days[0]);
        return
        [
            .. survival.Changes.GroupBy(c => (Month: CellTimes.Month(c.Landed), c.IsAi)).OrderBy(g => g.Key.Month, StringComparer.Ordinal).ThenByDescending(g => g.Key.IsAi).Select(g => new SurvivalCohort(
                g.Key.Month,
                g.Key.IsAi,
                g.Sum(c => c.Lines),
                g.Sum(c => c.Lines - c.Alive),
                g.Sum(c => c.Deaths.Where(d => d.Time - c.Landed < young).Sum(d => d.Lines)),
                g.Where(c => now - c.Landed < young).Sum(c => c.Alive))),
        ];
    }

    /// <summary>AI lines that are there, by the commit they come from.</summary>
    private static ILookup<string, (LineSource Source, int Lines)> Present(AttributionResult attribution) => attribution.Files.Values
        .SelectMany(f => f.Runs.Where(r => r is { State: LineState.Ai, Source: >= 0 }))
        .GroupBy(r => r.Source)
        .Select(g => (Source: attribution.Sources[g.Key], Lines: g.Sum(r => r.Count)))
        .ToLookup(s => s.Source.Commit, StringComparer.Ordinal);

    /// <summary>Of the lines that are left, how many shipped, and the first deployment of those; of a change of which nothing is left, that of its commit.</summary>
    private static ReportChange Change(CollectedHistory history, DeploymentJudge judge, ChangeLife life, (LineSource Source, int Lines)[] left)
    {
        if (left.Length == 0)
            return new ReportChange(life, judge.Of(new Change(life.Commit, history.Repository.CommitTime(life.Commit)) { Authored = history.Repository.AuthorTime(life.Commit) }));
        (Deployment Deployment, int Lines)[] all = [.. left.Select(s => (history.DeploymentOf(s.Source), s.Lines))];

        // Tests and samples are shipped by nothing, so they neither keep a change from being live nor hide that it is.
        (Deployment Deployment, int Lines)[] trails = [.. all.Where(t => t.Deployment is not { Trail: DeploymentTrail.Unknown, Gap: DeploymentGap.NotBrought }).DefaultIfEmpty((all[0].Deployment, all.Sum(t => t.Lines)))];
        // Of what is not known somebody may find that it shipped.
        Deployment first = trails.Select(t => t.Deployment).OrderByDescending(t => t.Trail == DeploymentTrail.Deployed).ThenByDescending(t => t.Trail == DeploymentTrail.Unknown).ThenBy(t => t.Shipped ?? DateTimeOffset.MaxValue).First();
        bool isKnown = !Array.Exists(trails, t => t.Deployment.Trail == DeploymentTrail.Unknown);
        return new ReportChange(life, first) { Left = trails.Sum(t => t.Lines), Shipped = isKnown ? trails.Where(t => t.Deployment.Trail == DeploymentTrail.Deployed).Sum(t => t.Lines) : null };
    }
}
