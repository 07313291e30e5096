using AiAttribution.Core.Evidence;
using AiAttribution.Core.Lines.Diff;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Text;
using AiAttribution.Git.Cache;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning.Lines;
using AiAttribution.Git.Scanning.Notes;

namespace AiAttribution.Git.Scanning;

/// <summary>Attributes every line of a commit's files: one walk through history for all files together.</summary>
internal static class AttributionScanner
{
    /// <summary>Attributes a commit.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="commit">Full id of the commit.</param>
    /// <param name="options">What to attribute and how.</param>
    /// <param name="progress">Told how far the walk is.</param>
    /// <param name="cancel">Ends the walk.</param>
    /// <exception cref="RepositoryException">History is missing or damaged, or <see cref="ScanOptions.Since"/> names nothing.</exception>
    public static ScanResult Scan(
        GitRepository repository,
        string commit,
        ScanOptions options,
        IProgress<ScanProgress>? progress = null,
        CancellationToken cancel = default) =>
        ReadGuard.Run(
            "the history",
            () => ScanCache.GetOrScan(repository, commit, options, cache => ScanHistory(repository, commit, options, cache, progress, cancel), cancel));

    private static ScanResult ScanHistory(
        GitRepository repository,
        string commit,
        ScanOptions options,
        EarlierScans earlier,
        IProgress<ScanProgress>? progress,
        CancellationToken cancel)
    {
        RevsFile revs = RepositoryFiles.Revs(repository, commit);
        var notes = new NoteReader(repository, options.Evidence, commit);
        var reader = new HistoryWalk(repository, new EvidenceClassifier(options.Evidence, revs), notes);
        DifferenceStore? meaning = options.Mode == AttributionMode.Meaning ? new DifferenceStore() : null;
        (WalkedCommit[] walk, VersionGraph graph) = FileWalk.Fits(options)
            ? new FileWalk(repository, reader, earlier, meaning, progress, cancel).Read(commit, options.Include.Files!, FileWalk.AsksAll(options, notes))
            : ReadAll(repository, commit, options, reader, earlier, meaning, progress, cancel);
        List<VersionGroup> groups = VersionGroups.Of(graph, walk, options.KeepAllSources);
        var builder = new ResultBuilder(repository, walk, notes, Baseline.Read(repository, walk, options.Since), options);
        IgnoredRevisions ignored = IgnoredRevisions.Parse(options.PassOverIgnoredRevisions ? RepositoryFiles.Read(repository, commit, IgnoredRevisions.Path) : null);
        Dictionary<string, int> commits = earlier.HasResults ? Index(repository, walk) : [];
        LineEquality equality = meaning is not null ? LineEquality.IgnoreWhitespace : LineEquality.Exact;
        Flow(groups, () => new LineFlow(new TextStore(repository, equality), version => ignored.Contains(walk[version.Commit].Node.Id), commits, meaning), builder.Add, progress, cancel);
        return builder.Build(commit, [.. RepositoryFiles.TooLarge(repository, commit, RevsFile.Path, IgnoredRevisions.Path), .. Problems(revs), .. ignored.Problems, .. notes.NoteProblems, .. Once.Of(notes.TraceProblems, "the agent traces"), .. Once.Of(notes.StatementProblems, "the signed statements"), .. walk.Take(1).SelectMany(head => repository.Trees.LeftOut(head.Node.Tree))]);
    }

    private static (WalkedCommit[] Walk, VersionGraph Graph) ReadAll(
        GitRepository repository,
        string commit,
        ScanOptions options,
        HistoryWalk reader,
        EarlierScans earlier,
        DifferenceStore? meaning,
        IProgress<ScanProgress>? progress,
        CancellationToken cancel)
    {
        (WalkedCommit[] walk, IReadOnlyList<CommitRecord> records) = reader.Read(ObjectId.Parse(commit), earlier.Records, progress, cancel);
        earlier.Keep(records);
        if (options.KeepAllSources)
            Array.ForEach(walk, c => c.MattersInPast = true);
        MoveSearch? moves = meaning is null ? null : new MoveSearch(repository, walk, new MoveFinder(repository, meaning));
        RestoredLines? restored = meaning is null ? null : new RestoredLines(repository, walk, meaning);
        return (walk, new VersionGraphBuilder(repository, walk, earlier.Result, moves, restored).Build(options.Include.Matches, progress, cancel));
    }

    private static Dictionary<string, int> Index(GitRepository repository, WalkedCommit[] walk)
    {
        var index = new Dictionary<string, int>(walk.Length);
        for (int i = 0; i < walk.Length; i++)
            index.Add(walk[i].Node.Id.ToHex(repository.Objects.IdLength), i);
        return index;
    }

    /// <summary>Lets the lines of all groups flow on all processors.</summary>
    /// <param name="groups">The groups; they are put into another order.</param>
    /// <param name="makeFlow">Makes what one processor works with.</param>
    /// <param name="add">Takes the origins of a group's heads; called by several threads.</param>
    /// <param name="progress">Told how many groups are done.</param>
    /// <param name="cancel">Ends the work.</param>
    internal static void Flow(List<VersionGroup> groups, Func<LineFlow> makeFlow, Action<VersionGroup, List<LineOrigin>[]> add, IProgress<ScanProgress>? progress, CancellationToken cancel)
    {
        int done = 0;
        // The longest histories first, so that no processor waits for the last one alone.
        groups.Sort((a, b) => b.Ordered.Count.CompareTo(a.Ordered.Count));
        var parallel = new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.ForEach(
            System.Collections.Concurrent.Partitioner.Create(groups, System.Collections.Concurrent.EnumerablePartitionerOptions.NoBuffering),
            parallel,
            makeFlow,
            (group, _, flow) =>
            {
                add(group, flow.Run(group));
                progress?.Report(new ScanProgress("following lines", Interlocked.Increment(ref done), groups.Count));
                return flow;
            },
            _ => { });
    }

    private static IEnumerable<string> Problems(RevsFile revs) => revs.Problems.Select(p => $"{RevsFile.Path}({p.Line},{p.Column}): {p.Message}");
}
