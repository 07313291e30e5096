using AiAttribution.Core.Evidence;
using AiAttribution.Core.Lines.Diff;
using AiAttribution.Core.Outcomes;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;
using AiAttribution.Git.Scanning.Lines;
using AiAttribution.Git.Scanning.Notes;
using AiAttribution.Git.Scanning.Originals;

namespace AiAttribution.Git.Outcomes;

/// <summary>Follows the lines of every change since the first AI change: when they landed on the main line (the first parents of HEAD), and when it lost them.</summary>
/// <remarks>
/// One walk: the lines of HEAD, and those that each step of the main line took out, flow back together to the commits that made them, as attribution by meaning lets them.
/// So changes of white space and layout, moves and renames kill no line, and a line that comes back by a merge or by the revert of a revert lives.
/// </remarks>
internal static class SurvivalScanner
{
    private const char StepMark = '\0';

    /// <summary>The lives of lines up to a commit; from the repository's cache when it has them.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="commit">Full id of the commit.</param>
    /// <param name="options">What is attributed and by which evidence. The mode does not matter.</param>
    /// <param name="progress">Told how far the walk is.</param>
    /// <param name="cancel">Ends the walk.</param>
    /// <exception cref="RepositoryException">History is missing or damaged.</exception>
    public static SurvivalHistory Read(GitRepository repository, string commit, ScanOptions options, IProgress<ScanProgress>? progress = null, CancellationToken cancel = default) =>
        ReadGuard.Run("the history", () => SurvivalCache.GetOrScan(repository, commit, options, records => Scan(repository, commit, options, records, progress, cancel)));

    private static SurvivalHistory Scan(GitRepository repository, string commit, ScanOptions options, IReadOnlyList<CommitRecord> records, IProgress<ScanProgress>? progress, CancellationToken cancel)
    {
        var notes = new NoteReader(repository, options.Evidence, commit);
        var reader = new HistoryWalk(repository, new EvidenceClassifier(options.Evidence, RepositoryFiles.Revs(repository, commit)), notes);
        (WalkedCommit[] walk, _) = reader.Read(ObjectId.Parse(commit), records, progress, cancel);
        if (SurvivalWindow.Of(walk) is not { } window)
            return SurvivalHistory.None;
        var meaning = new DifferenceStore();
        IReadOnlyList<LostLines> lost = LostLines.Find(repository, walk, window, options.Include.Matches, meaning, cancel);
        var fates = new LineOutcomes(walk, window);
        Follow(repository, walk, lost, window, options, meaning, fates, progress, cancel);
        IReadOnlyList<ChangeLife> changes = fates.Lives(new SourceTable(repository, walk, notes, new bool[walk.Length], keepAll: true), repository.Objects.IdLength);
        return new SurvivalHistory(window.TimeOf(window.Steps.Count - 1), window.IsCut, changes)
        {
            Repeated = fates.Repeated,
            References = Array.Exists(walk, commit => commit.AsksOriginals) ? OriginalReferences.Fingerprint(repository) : null,
        };
    }

    private static void Follow(
        GitRepository repository,
        WalkedCommit[] walk,
        IReadOnlyList<LostLines> lost,
        SurvivalWindow window,
        ScanOptions options,
        DifferenceStore meaning,
        LineOutcomes fates,
        IProgress<ScanProgress>? progress,
        CancellationToken cancel)
    {
        var graphs = new VersionGraphBuilder(repository, walk, _ => null, new MoveSearch(repository, walk, new MoveFinder(repository, meaning)) { Everywhere = true }, new RestoredLines(repository, walk, meaning))
        {
            Further = lost.ToLookup(l => window.Steps[l.Step + 1], l => l.Version),
        };
        VersionGraph graph = graphs.Build(options.Include.Matches, progress, cancel);
        var heads = new Dictionary<string, FileVersion>(graph.Heads, StringComparer.Ordinal);
        var spans = new Dictionary<string, LostLines>(StringComparer.Ordinal);
        foreach (LostLines lines in lost)
        {
            string key = lines.Version.Path + StepMark + lines.Step;
            heads.Add(key, lines.Version);
            spans.Add(key, lines);
        }

        List<VersionGroup> groups = VersionGroups.Of(graph with { Heads = heads }, walk, keepAll: true);
        IgnoredRevisions ignored = IgnoredRevisions.Parse(RepositoryFiles.Read(repository, walk[0].Node.Id.ToHex(repository.Objects.IdLength), IgnoredRevisions.Path));
        AttributionScanner.Flow(
            groups,
            () => new LineFlow(new TextStore(repository, LineEquality.IgnoreWhitespace), version => ignored.Contains(walk[version.Commit].Node.Id), new Dictionary<string, int>(), meaning)
            {
                Followed = path => spans.GetValueOrDefault(path)?.Spans,
            },
            (group, origins) =>
            {
                for (int head = 0; head < origins.Length; head++)
                    fates.Add(origins[head], spans.GetValueOrDefault(group.Heads[head].Path)?.Step);
            },
            progress,
            cancel);
    }
}
