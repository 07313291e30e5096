using AiAttribution.Core.Lines;
using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Envelopes;
using AiAttribution.Core.Outcomes;
using AiAttribution.Core.Tests;
using AiAttribution.Engine.Project;
using AiAttribution.Engine.Rules;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;

namespace AiAttribution.Engine.Repository;

/// <summary>Reads what an envelope tells besides the report.</summary>
/// <param name="collection">A repository that could be attributed.</param>
/// <param name="variable">Value of an environment variable.</param>
internal sealed class FleetReader(CollectedRepository collection, Func<string, string?> variable)
{
    /// <summary>Of a file that is too large to be attributed lines are counted still, up to so many bytes.</summary>
    private const int MostBytes = 512 << 20;

    /// <summary>The name of a build that is the history before there were builds.</summary>
    private const string History = "history";

    private static readonly string[] Mains = ["main", "master", "trunk", "develop", "default"];

    private readonly CollectedHistory _history = collection.History!;

    /// <summary>What a project's build tells: nothing of the repository, because projects share it.</summary>
    public FleetFacts OfProject()
    {
        PipelineRun run = PipelineRun.Of(variable);
        return new FleetFacts { Ci = run.Ci, Build = run.Build, Attempt = run.Attempt, Branch = Branch() };
    }

    /// <summary>What a build of the repository tells.</summary>
    public FleetFacts OfRepository()
    {
        RecentBuilders builders = RecentBuilders.Of(_history, collection.Policy.Evidence);
        return OfProject() with
        {
            Known = _history.Deployments.Now(_history.Scan.Attribution),
            IsPublishable = builders.IsYearSafe,
            PublishableMonths = builders.Months,
            Costs = new MonthlyCosts(_history, collection.Policy, builders.Months).Read(),
        };
    }

    /// <summary>The history up to HEAD as a report without members and rules: it takes no compiler and no file on disk.</summary>
    /// <param name="weeks">How many weeks up to the newest thing that is known.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancel">Ends the work.</param>
    public ReportModel FromHistory(int weeks, IProgress<ScanProgress>? progress, CancellationToken cancel)
    {
        ScanResult scan = _history.Scan;
        FileAttribution[] files = Files(scan.Attribution.Commit, cancel);
        var lines = new LineTally(_history.BuilderOf);
        foreach (FileAttribution file in files)
            lines.Add(file, scan.Attribution.Sources, file.Count(LineState.Unknown));
        return new ReportModel
        {
            Subject = ReportModel.WholeRepository,
            RepositoryKey = collection.Policy.FleetRepository ?? RepositoryKey.Of(_history.Repository),
            Commit = scan.Attribution.Commit,
            CommitTime = _history.Repository.CommitTime(scan.Attribution.Commit),
            PolicyDigest = collection.PolicyDigest,
            ToolVersion = Product.Version,
            Lines = lines,
            Evidence = EvidenceSummary.Of(scan.Summary, _history.BuilderOf) with { Silence = _history.Silence },
            Tests = new ReportTests(_history.Coverage.Reports, _history.Coverage.Files.Values.Count(f => f.Measurement == FileMeasurement.Measured), 0, []),
            Deployments = DeploymentSummary.Of(_history.Deployments),
            Tokens = ProjectTokens.Of(_history, files),
            Survival = _history.Survival,
            Outcomes = OutcomeSummary.Read(_history, collection.Policy, now => OutcomeDay.Week(now) - weeks + 1, progress, cancel).Report(),
            Fleet = OfRepository() with { Build = History, Attempt = 1, Ci = null },
        };
    }

    /// <summary>All C# files of the commit: the scan itself holds only those that AI commits touched.</summary>
    private FileAttribution[] Files(string commit, CancellationToken cancel) =>
    [
        .. _history.Repository.ListFiles(commit).Where(PathFilter.CSharp.Matches).Order(StringComparer.Ordinal)
            .AsParallel().AsOrdered().WithCancellation(cancel)
            .Select(path => (Path: path, Bytes: _history.Repository.ReadFile(commit, path, MostBytes)))
            .Select(file => file.Bytes is { } bytes ? _history.WorkingTree.ForFile(file.Path, bytes) : NotRead(file.Path)),
    ];

    /// <summary>Nobody knows how many lines a file has that cannot be read; it has one at least, and it is unknown.</summary>
    private static FileAttribution NotRead(string path) => new(path, 1, [new LineRun(1, 1, LineState.Unknown, -1, 0)]);

    /// <summary>Kind of the branch. What a pull request builds is no state of the branch that it goes to.</summary>
    private string Branch()
    {
        if (CurrentBranch.IsPullRequest(variable))
            return "other";
        if (CurrentBranch.Of(_history.Repository, variable) is not { } name)
            return "unknown";
        if (Mains.Contains(name) || IsRemoteHead(name))
            return "default";
        return collection.Policy.DeploymentBranches.Any(b => b.Matches(name)) ? "release" : "other";
    }

    private bool IsRemoteHead(string name)
    {
        string file = Path.Combine(_history.Repository.CommonDirectory, "refs", "remotes", "origin", "HEAD");
        return new FileInfo(file) is { Exists: true, Length: < 4096 } && File.ReadAllText(file).Trim() == $"ref: refs/remotes/origin/{name}";
    }
}
