using AiAttribution.Core.Deployments;
using AiAttribution.Core.Lines;
using AiAttribution.Core.Members;
using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Gate;
using AiAttribution.Core.Model.Release;
using AiAttribution.Core.Outcomes;
using AiAttribution.Core.Snapshot;
using AiAttribution.Core.Tests;
using AiAttribution.Engine.Releases;
using AiAttribution.Engine.Repository;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.WorkingTree;

namespace AiAttribution.Engine.Project;

/// <summary>Last step of judging a project: what the compiler is told, and what reports tell.</summary>
internal sealed class ProjectModel(CollectedRepository collection, ProjectInput project)
{
    /// <summary>A project of which nothing could be attributed.</summary>
    public CollectedProject Nothing() => new(new SnapshotModel(collection.Policy.Verdicts, []), Report(), collection.Notes);

    /// <summary>A project that was judged.</summary>
    /// <param name="history">The history.</param>
    /// <param name="files">What was found in the project's files.</param>
    /// <param name="judged">What the judging gave.</param>
    public CollectedProject Of(CollectedHistory history, IReadOnlyList<FileMembers> files, JudgedProject judged)
    {
        ProjectFile[] read = [.. files.Select(f => f.File)];
        ReportFile[] counted = [.. read.Select(Count)];
        ReleaseSince? since = project.TellsOutcomes && project.Range is null ? EarlierRelease.Of(history, collection.Policy) : null;
        ReportModel report = Report() with
        {
            Repository = RepositoryName.Of(history.Repository),
            RepositoryKey = collection.Policy.FleetRepository ?? RepositoryKey.Of(history.Repository),
            Commit = history.Scan.Attribution.Commit,
            CommitTime = history.Repository.CommitTime(history.Scan.Attribution.Commit),
            Policy = judged.Policy,
            Lines = Lines(read, history),
            Files = [.. counted.Where(f => f.Ai + f.Unknown > 0)],
            Unread = UnreadFiles.Of(history, project.Unread),
            Members = judged.Members,
            BaselineMembers = judged.BaselineMembers,
            Evidence = EvidenceSummary.Of(history.Scan.Summary, history.BuilderOf) with { Silence = history.Silence, ForeignNotes = history.Scan.Summary.Foreign?.Words },
            Tests = Tests(counted, history),
            Deployments = DeploymentSummary.Of(history.Deployments),
            Funnel = Funnel(read, history),
            Survival = project.TellsSurvival ? history.Survival : null,
            Since = since,
            Outcomes = project.TellsOutcomes ? OutcomeSummary.Of(history, collection.Policy, project.Range, since) : null,
            Tokens = ProjectTokens.Of(history, read.Select(f => f.Attribution)),
            Periods = judged.Periods,
            Rules = judged.Rules,
            Suppressions = judged.Suppressions,
            Approvals = judged.Approvals,
            LeftOut = project.TellsLeftOut ? LeftOutTally.Of(read.Select(f => f.Subject), project.Range?.Commits.ToHashSet(StringComparer.Ordinal)) : null,
            Fleet = project.TellsFleet ? new FleetReader(collection, Environment.GetEnvironmentVariable).OfProject() : null,
            Notes = judged.Notes,
        };
        return new CollectedProject(Snapshot(history, files), report, judged.Notes) { Files = [.. read.Select(f => f.Subject)] };
    }

    private ReportModel Report() => new()
    {
        Subject = project.Name,
        Policy = collection.Policy,
        Today = collection.Today,
        PolicyFile = collection.PolicyFile,
        PolicyDigest = collection.PolicyDigest,
        ToolVersion = Product.Version,
        Notes = collection.Notes,
    };

    /// <summary>The tables of all files with AI lines that are not marked as generated, tests among them for the analyzer of tests; their paths as the compiler is to find them.</summary>
    private SnapshotModel Snapshot(CollectedHistory history, IReadOnlyList<FileMembers> files) => new(
        collection.Policy.Verdicts,
        [.. files.Where(f => !f.IsGenerated).Select(f => f.Table).OfType<LineTable>().Select(t => t with { Path = FromProject(history.Repository, t.Path) })]);

    private string FromProject(GitRepository repository, string path) =>
        Path.GetRelativePath(project.Directory, RepositoryPaths.Full(repository, path)!).Replace('\\', '/');

    private static ReportFile Count(ProjectFile file) => new(
        file.Path,
        file.Attribution.LineCount,
        file.Attribution.Count(LineState.Ai),
        file.Attribution.Count(LineState.Other),
        file.Attribution.Unknown,
        file.Coverage.Measurement)
    {
        InPart = file.Attribution.Count(LineState.InPart),
        Binding = file.Coverage.Binding,
    };

    private static LineTally Lines(IReadOnlyList<ProjectFile> files, CollectedHistory history)
    {
        AttributionResult committed = history.Scan.Attribution;
        var lines = new LineTally(history.BuilderOf);
        foreach (ProjectFile file in files)
            lines.Add(file.Attribution, committed.Sources, committed.Files.GetValueOrDefault(file.Path)?.Count(LineState.Unknown) ?? 0);
        return lines;
    }

    private static ReportTests Tests(IReadOnlyList<ReportFile> files, CollectedHistory history) => new(
        history.Coverage.Reports,
        files.Count(f => f.Measurement == FileMeasurement.Measured),
        files.Count(f => f.Measurement == FileMeasurement.Stale),
        history.Coverage.Unresolved);

    private static IReadOnlyList<FunnelStage> Funnel(IReadOnlyList<ProjectFile> files, CollectedHistory history)
    {
        AttributionResult attribution = history.Scan.Attribution;
        var funnel = new FunnelTally(history.Deployments.Now(attribution));
        foreach (ProjectFile file in files.Where(f => !f.IsTest))
        {
            foreach (LineRun run in file.Attribution.Runs.Where(r => r.State == LineState.Ai))
            {
                Deployment deployment = run.Source >= 0 ? history.DeploymentOf(attribution.Sources[run.Source]) : Deployment.Unknown;
                for (int line = run.First; line <= run.Last; line++)
                    funnel.Add(line <= file.Compiled.Length ? file.Compiled[line - 1] : LineCoverage.Unknown, deployment);
            }
        }

        return funnel.Stages;
    }
}
