using AiAttribution.Cli.Capture;
using AiAttribution.Cli.Hosting;
using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Gate;
using AiAttribution.Core.Policy;
using AiAttribution.Engine.Releases;
using AiAttribution.Engine.Repository;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;
using AiAttribution.Git.WorkingTree;
using AiAttribution.Shared.Members;

namespace AiAttribution.Cli.Verbs;

/// <summary><c>check --staged</c>: judges what would be committed, as git has it in the index, never as it is on disk.</summary>
/// <param name="console">Takes notes and progress.</param>
/// <param name="options">Name the repository and its policy.</param>
internal sealed class StagedCheck(ToolConsole console, CollectOptions options)
{
    // The walk for single files is worth it for a few.
    private const int FewFiles = 8;

    /// <summary>Full path of the index that counts: git names it to its hooks, and one of its own for <c>git commit FILE</c>.</summary>
    public static string? Index(ToolConsole console) => console.Variable("GIT_INDEX_FILE") is { Length: > 0 } index ? console.FullPath(index) : null;

    /// <summary>The answer; without a commit yet there is none.</summary>
    /// <exception cref="RepositoryException">The repository, or its index, cannot be read.</exception>
    public async Task<StagedResult?> Run()
    {
        using GitRepository repository = GitRepository.Open(options.StartDirectory);
        if (repository.WorkingDirectory is null)
            throw new ToolException("this repository is bare, so nothing is staged in it; run it in a working tree.");
        if (Head(repository) is not { } head)
            return null;
        StagedFiles staged = StagedFiles.Read(repository, Index(console));
        WorkingRecord? record = options.ReadsRecord ? WorkingRecordFile.Read(repository) : null;
        IReadOnlyList<StagedFile> files = StagedWork.Recorded(staged, record);
        var judge = StagedBase.Of(repository, head, staged, !string.IsNullOrEmpty(options.PolicyPath));
        ReportModel report = files.Count == 0
            ? new ReportModel { Subject = "what is staged", Commit = head, Policy = AttributionPolicy.Default with { Rules = [] }, Today = options.Today }
            : await Judge(staged, files, judge);
        GateChange[] suppressed = [.. report.Suppressions.Where(s => s.IsNew).Select(s => new GateChange(GateChangeKind.Suppression, s.Path, s.Line, $"suppresses {s.Code}"))];
        return new StagedResult(report with { Judged = new JudgedRange("HEAD", judge.Note, [.. judge.Changes, .. suppressed]) }, head, staged, files)
        {
            Trailers = files.Count == 0 || HookFiles.Captures(repository) ? [] : [.. files.SelectMany(file => record!.Files[file.Path]).Select(block => record!.Sessions[block.Writer].Trailer).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        };
    }

    private static string? Head(GitRepository repository)
    {
        try
        {
            return repository.ResolveCommit("HEAD");
        }
        catch (RepositoryException problem) when (problem.Problem == RepositoryProblem.NoCommits)
        {
            return null;
        }
    }

    private async Task<ReportModel> Judge(StagedFiles staged, IReadOnlyList<StagedFile> files, StagedBase judge)
    {
        CollectOptions asked = options with
        {
            Staged = staged,
            Include = PathFilter.OfFiles(files.SelectMany(file => new[] { file.Path, file.Committed })),
            KeepAllSources = files.Count <= FewFiles / 2,
            OnDemand = true,
        };
        ReportModel report = await Judge(asked with { PolicyRevision = judge.PolicyRevision, PolicyText = judge.PolicyText }, staged, files, judge.PolicyRevision);
        return judge.Stricter is { } stricter ? StricterGate.Of(report, await Judge(asked with { PolicyText = stricter }, staged, files, judge.PolicyRevision)) : report;
    }

    private async Task<ReportModel> Judge(CollectOptions asked, StagedFiles staged, IReadOnlyList<StagedFile> files, string? suppressionsOf)
    {
        // Members that are new as a whole need no history, and most that a session has just written are.
        ReportModel report = await Judged(asked with { WithoutHistory = true });
        if (!StagedWork.AsksHistory(report))
            return report;
        return await Judged(StagedWork.AsksTests(report) ? asked with { Include = null, KeepAllSources = false } : asked);

        async Task<ReportModel> Judged(CollectOptions collect)
        {
            using CollectedRepository collection = await Collecting.Run(console, collect);
            return await LongWork.Run(console, _ => new StagedWork(collection, staged).Judge(files, new RoslynMemberFinder(), suppressionsOf, options.Cancel));
        }
    }
}

/// <summary>The answer of <c>check --staged</c>.</summary>
/// <param name="Report">What was judged.</param>
/// <param name="Head">Full id of HEAD.</param>
/// <param name="Staged">What is staged.</param>
/// <param name="Files">Those of its files that have lines of sessions.</param>
internal sealed record StagedResult(ReportModel Report, string Head, StagedFiles Staged, IReadOnlyList<StagedFile> Files)
{
    /// <summary>Trailers that would tell of these sessions once the lines are committed; none where sessions are recorded after each commit.</summary>
    public IReadOnlyList<string> Trailers { get; init; } = [];
}
