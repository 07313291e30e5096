using AiAttribution.Core.Attribution;
using AiAttribution.Core.Diagnostics;
using AiAttribution.Core.Members;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Policy.Waivers;
using AiAttribution.Core.Reports.Model;
using AiAttribution.Core.Snapshot;
using AiAttribution.Core.Trails;
using AiAttribution.Core.Trails.Deployments;
using AiAttribution.Core.Trails.Funnel;
using AiAttribution.Core.Trails.Links;
using AiAttribution.Core.Verdicts;
using AiAttribution.Git.Collection.Trails;
using AiAttribution.Git.Rules;

namespace AiAttribution.Git.Collection;

/// <summary>Goes through the files of one project.</summary>
internal sealed class ProjectCollector(CollectedRepository collection, ProjectInput project, IMemberFinder? finder)
{
    private readonly LineTally _lines = new();
    private readonly List<ReportFile> _files = [];
    private readonly List<FileSubject> _subjects = [];
    private readonly FunnelTally? _funnel = collection.History is { } known ? new FunnelTally(known.Deployments.Now(known.Scan.Attribution)) : null;
    private readonly List<PlacedMember> _members = [];
    private readonly TestAuthorship? _authorship = collection.History is { } history ? new TestAuthorship(history) : null;
    private readonly CodeSuppressions _suppressions = new();
    private ProjectTokens? _tokens;

    public CollectedProject Collect(CancellationToken cancel)
    {
        if (collection.History is not { } history)
            return new CollectedProject(new SnapshotModel(collection.Policy.Verdicts, [], []), Report(null, []), collection.Notes);
        var snapshot = new SnapshotBuilder(history.Scan.Attribution.Sources, s => (history.DeploymentOf(s).Trail, history.DeploymentOf(s).First), s => ProjectTokens.ByClass(history.Tokens, s), s => ProjectTokens.CostOf(history.Tokens, s));
        _tokens = new ProjectTokens(history);
        foreach (string path in Files(history.Repository))
        {
            cancel.ThrowIfCancellationRequested();
            if (history.Texts.Read(path) is { } bytes)
                Add(history, snapshot, path, bytes);
        }

        SnapshotModel model = snapshot.Build(collection.Policy.Verdicts);
        ReportMember[] members = [.. _members.Select(m => Judge(m, model)).Where(m => m.Verdict.Tally.Ai > 0)];
        List<EnvironmentNote> notes = [.. collection.Notes];
        if (members.Any(m => m.Verdict.Verdict == Verdict.NothingToJudgeBy))
            notes.Add(EnvironmentNotes.NothingToJudgeBy);
        IReadOnlyList<CodeSuppression> suppressions = _suppressions.All(_members);
        AttributionPolicy policy = collection.Policy with { Waivers = [.. collection.Policy.Waivers, .. suppressions.Select(s => s.Waiver).OfType<Waiver>()] };
        PolicyInput input = new RuleInputs(collection).Of(members, _subjects, project.Range) with { CodeGap = finder is null ? RuleInputs.NoCompiler : null };
        ReportModel report = Report(history, members) with { Policy = policy, Suppressions = suppressions, Notes = notes, Periods = input.Periods, Rules = RuleJudge.Judge(policy, input) };
        return new CollectedProject(model, report, notes) { Files = _subjects };
    }

    /// <summary>Each file once, in the order of paths, however often the project lists it.</summary>
    private SortedSet<string> Files(GitRepository repository)
    {
        var files = new SortedSet<string>(StringComparer.Ordinal);
        foreach (string file in project.Files)
        {
            if (RepositoryPaths.Relative(repository, file) is { } path && !RepositoryPaths.LeadsOut(repository, file))
                files.Add(path);
        }

        return files;
    }

    private void Add(CollectedHistory history, SnapshotBuilder snapshot, string path, byte[] bytes)
    {
        AttributionResult attribution = history.Scan.Attribution;
        FileAttribution file = history.WorkingTree.ForFile(path, bytes);
        FileCoverage coverage = history.Coverage.Of(path);
        int ai = file.Count(LineState.Ai);
        _tokens!.Add(file);
        int unknown = file.Count(LineState.Unknown);
        _lines.Add(file, attribution.Sources, attribution.Files.GetValueOrDefault(path)?.Count(LineState.Unknown) ?? 0);
        _files.Add(new ReportFile(path, file.LineCount, ai, file.Count(LineState.Other), unknown, coverage.Measurement) { Binding = coverage.Binding });
        FileCoverage compiled = ai > 0 ? history.CoverageOf(path) : coverage;
        _subjects.Add(FileSubjects.Of(file, attribution.Sources, compiled, project.IsTest(path)));
        if (finder is not null && CodeSuppressions.MayHave(bytes))
            _suppressions.Add(path, ProjectFolder(history.Repository, path), finder.FindSuppressions(path, SourceFile.Text(bytes)));
        if (ai == 0)
            return;
        string text = SourceFile.Text(bytes);
        LineCoverage[] lines = WithLinks(history.Links.Lines(path), coverage.Lines(file.LineCount));
        SnapshotFile recorded = snapshot.Add(SnapshotPath(history.Repository, path), text, file, coverage.Measurement, n => n <= lines.Length ? lines[n - 1] : LineCoverage.Unknown);
        if (project.IsTest(path))
            return;
        CountFunnel(history, file, compiled.Lines(file.LineCount));
        _members.AddRange((finder?.Find(path, text) ?? []).Select(m => new PlacedMember(path, m, recorded, file)));
    }

    private void CountFunnel(CollectedHistory history, FileAttribution file, LineCoverage[] lines)
    {
        foreach (LineRun run in file.Runs)
        {
            if (run.State != LineState.Ai)
                continue;
            Deployment deployment = run.Source >= 0 ? history.DeploymentOf(history.Scan.Attribution.Sources[run.Source]) : Deployment.Unknown;
            for (int line = run.First; line <= run.Last; line++)
                _funnel!.Add(line <= lines.Length ? lines[line - 1] : LineCoverage.Unknown, deployment);
        }
    }

    /// <summary>A link says something only where nothing was measured.</summary>
    private static LineCoverage[] WithLinks(IReadOnlySet<int> linked, LineCoverage[] lines)
    {
        foreach (int line in linked.Where(l => l <= lines.Length && lines[l - 1] is LineCoverage.Unknown or LineCoverage.Unmeasured))
            lines[line - 1] = LineCoverage.Linked;
        return lines;
    }

    /// <summary>Folder of the project that a file belongs to, by the nearest project file; <c>/</c> for the root.</summary>
    private static string ProjectFolder(GitRepository repository, string path)
    {
        for (string? folder = Path.GetDirectoryName(path)?.Replace('\\', '/'); folder is { Length: > 0 }; folder = Path.GetDirectoryName(folder)?.Replace('\\', '/'))
        {
            if (RepositoryPaths.Full(repository, folder) is { } full && Directory.Exists(full) && Directory.EnumerateFiles(full, "*.csproj").Any())
                return folder + "/";
        }

        return "/";
    }

    private string SnapshotPath(GitRepository repository, string path) =>
        Path.GetRelativePath(project.Directory, RepositoryPaths.Full(repository, path)!).Replace('\\', '/');

    private ReportMember Judge(PlacedMember at, SnapshotModel model)
    {
        IReadOnlyList<PlacedLink> links = collection.History!.Links.Of(at.Path, at.Member.CodeLines);
        TestMethod[] direct = links.Count == 0 ? [] : [.. links.SelectMany(l => l.Direct).Distinct()];
        TestMethod[] oneHop = links.Count == 0 ? [] : [.. links.SelectMany(l => l.OneHop).Distinct().Except(direct)];
        return new(at.Member.Name, at.Path, at.Member.Line, at.Member.Column, MemberJudge.Judge(at.Member.CodeLines, at.File, model.Sources, model.Policy))
        {
            Tokens = _tokens?.OfMember(at.Member.CodeLines, at.File, model.Sources),
            LinkedDirectly = direct.Length,
            LinkedByOneHop = oneHop.Length,
            Origins = MemberLines.Origins(at.Lines, collection.History.Scan.Attribution.Sources, at.Member.CodeLines),
            TextHash = MemberLines.Hash(at.File, at.Member.CodeLines),
            SameSession = _authorship!.IsSameSession(at.Lines, at.Member.CodeLines, [.. direct, .. oneHop]),
        };
    }

    private ReportModel Report(CollectedHistory? history, IReadOnlyList<ReportMember> members) => new()
    {
        Subject = project.Name,
        Commit = history?.Scan.Attribution.Commit,
        Policy = collection.Policy,
        Today = collection.Today,
        PolicyFile = collection.PolicyFile,
        PolicyDigest = collection.PolicyDigest,
        ToolVersion = Product.Version,
        Lines = _lines,
        Files = [.. _files.Where(f => f.Ai + f.Unknown > 0)],
        Members = members,
        Evidence = history is null ? null : ReportEvidenceOf.Summary(history.Scan.Summary),
        Tests = Tests(history),
        Deployments = history is null ? ReportDeployments.None : ReportDeploymentsOf.History(history.Deployments),
        Funnel = _funnel?.Stages ?? [],
        Survival = project.TellsSurvival ? history?.Survival : null,
        Tokens = _tokens?.Report(),
        Notes = collection.Notes,
    };

    private ReportTests Tests(CollectedHistory? history) => new(
        history?.Coverage.Reports ?? 0,
        _files.Count(f => f.Measurement == FileMeasurement.Measured),
        _files.Count(f => f.Measurement == FileMeasurement.Stale),
        history?.Coverage.Unresolved ?? []);
}
