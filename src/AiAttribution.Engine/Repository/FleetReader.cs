using AiAttribution.Core.Lines;
using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Envelopes;
using AiAttribution.Engine.Project;
using AiAttribution.Engine.Rules;
using AiAttribution.Git.Outcomes;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;

namespace AiAttribution.Engine.Repository;

/// <summary>Reads what an envelope tells besides the report.</summary>
/// <param name="collection">A repository that could be attributed.</param>
/// <param name="variable">Value of an environment variable.</param>
internal sealed class FleetReader(CollectedRepository collection, Func<string, string?> variable)
{
    /// <summary>Weeks that a build tells of: what landed half a year ago has mostly settled.</summary>
    public const int UsualWeeks = 26;

    /// <summary>A larger file is nobody's source.</summary>
    private const int MostBytes = 64 << 20;

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
    /// <param name="weeks">How many weeks up to the newest thing that is known.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancel">Ends the work.</param>
    public FleetFacts OfRepository(int weeks, IProgress<ScanProgress>? progress, CancellationToken cancel)
    {
        RecentBuilders builders = RecentBuilders.Of(_history, collection.Policy.Evidence);
        return OfProject() with
        {
            Known = _history.Deployments.Now(_history.Scan.Attribution),
            IsPublishable = builders.IsYearSafe,
            PublishableMonths = builders.Months,
            Costs = new MonthlyCosts(_history, collection.Policy, builders.Months).Read(),
            Weeks = new OutcomeScanner(_history.Repository, _history.Scan.Options, collection.Policy, _history.Deployments).Read(_history.Scan.Attribution.Commit, weeks, progress, cancel)?.Weeks,
            Silence = new SilenceReader(_history.Repository, _history.Scan, _history.Tokens).Signs(),
        };
    }

    /// <summary>The history up to HEAD as a report without members and rules: it takes no compiler and no file on disk.</summary>
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
            Deployments = DeploymentSummary.Of(_history.Deployments),
            Tokens = ProjectTokens.Of(_history, files),
            Survival = _history.Survival,
            Fleet = OfRepository(weeks, progress, cancel) with { Build = History, Attempt = 1, Ci = null },
        };
    }

    /// <summary>All C# files of the commit: the scan itself holds only those that AI commits touched.</summary>
    private FileAttribution[] Files(string commit, CancellationToken cancel) =>
    [
        .. _history.Repository.ListFiles(commit).Where(PathFilter.CSharp.Matches).Order(StringComparer.Ordinal)
            .AsParallel().AsOrdered().WithCancellation(cancel)
            .Select(path => (Path: path, Bytes: _history.Repository.ReadFile(commit, path, MostBytes)))
            .Where(file => file.Bytes is not null)
            .Select(file => _history.WorkingTree.ForFile(file.Path, file.Bytes)),
    ];

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
