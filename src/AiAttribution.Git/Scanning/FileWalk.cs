using AiAttribution.Core.Policy;
using AiAttribution.Git.Cache;
using AiAttribution.Git.History;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning.Lines;
using AiAttribution.Git.Scanning.Notes;

namespace AiAttribution.Git.Scanning;

/// <summary>The walk for single files. Evidence is read of the commits that made their contents, and of all others only where what they say can decide here.</summary>
internal sealed class FileWalk(GitRepository repository, HistoryWalk reader, EarlierScans earlier, DifferenceStore? meaning, IProgress<ScanProgress>? progress, CancellationToken cancel)
{
    private const int MostFiles = 8;

    /// <summary>Whether a scan is of a few files only; for many the walk for all of them at once is faster.</summary>
    public static bool Fits(ScanOptions options) => options is { KeepAllSources: true, Include.Files.Count: <= MostFiles };

    /// <summary>
    /// Whether all commits must be read: what was moved is looked for where work with evidence ever was, notes that a rewrite left behind belong to a commit anywhere, and a baseline is a part of history.
    /// </summary>
    public static bool AsksAll(ScanOptions options, NoteReader notes) =>
        options.Mode == AttributionMode.Meaning || notes.MayNameLines || (!string.IsNullOrWhiteSpace(options.Since) && Baseline.Date(options.Since) is null);

    /// <summary>Commits, and the versions that they made of the files.</summary>
    public (WalkedCommit[] Walk, VersionGraph Graph) Read(string commit, IEnumerable<string> files, bool all) => all ? ReadAll(commit, files) : ReadMakers(commit, files) is var makers && Array.Exists(makers.Walk, maker => maker.AsksOriginals) ? ReadAll(commit, files) : makers;

    private (WalkedCommit[] Walk, VersionGraph Graph) ReadAll(string commit, IEnumerable<string> files)
    {
        (WalkedCommit[] walk, IReadOnlyList<CommitRecord> records) = reader.Read(ObjectId.Parse(commit), earlier.Records, progress, cancel);
        earlier.Keep(records);
        var numbers = new Dictionary<ObjectId, int>(walk.Length);
        for (int i = 0; i < walk.Length; i++)
            numbers.Add(walk[i].Node.Id, i);
        MoveSearch? moves = meaning is null ? null : new MoveSearch(repository, walk, new MoveFinder(repository, meaning));
        RestoredLines? restored = meaning is null ? null : new RestoredLines(repository, walk, meaning);
        return (walk, new FileHistory(repository, node => numbers[node.Id], moves, restored).Follow(ObjectId.Parse(commit), files, cancel));
    }

    private (WalkedCommit[] Walk, VersionGraph Graph) ReadMakers(string commit, IEnumerable<string> files)
    {
        var numbers = new Dictionary<ObjectId, int>();
        VersionGraph graph = new FileHistory(repository, Number, null).Follow(ObjectId.Parse(commit), files, cancel);
        return ([.. numbers.OrderBy(maker => maker.Value).Select(maker => reader.ReadAlone(maker.Key))], graph);

        int Number(CommitNode node)
        {
            numbers.TryAdd(node.Id, numbers.Count);
            return numbers[node.Id];
        }
    }
}
