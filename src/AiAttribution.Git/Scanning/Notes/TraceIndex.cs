using AiAttribution.Core.Evidence;
using AiAttribution.Core.Evidence.Notes;
using AiAttribution.Core.Lines.Diff;
using AiAttribution.Git.History;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Sessions;

namespace AiAttribution.Git.Scanning.Notes;

/// <summary>
/// Agent traces that are committed, by the commit whose lines they name: the recorded revision, or a child of it, because some recorders write the parent. Lines count where that
/// commit's own diff added every one of a range; else the trace is weak evidence of the commit as a whole.
/// </summary>
internal sealed class TraceIndex
{
    private static readonly string[] References = ["refs/agentdiff/meta", "refs/agentdiff/traces/*"];
    private const int MostFiles = 1_000;

    private readonly GitRepository _repository;
    private readonly Dictionary<ObjectId, List<TraceRecord>> _byCommit = [];
    private readonly Dictionary<ObjectId, Dictionary<string, bool[]>> _added = [];
    private readonly CommitChanges _changes;

    public TraceIndex(GitRepository repository, string? commit, bool isWanted)
    {
        _repository = repository;
        _changes = new CommitChanges(repository);
        if (!isWanted || commit is null)
            return;
        ObjectId[] blobs = [.. Files(repository, commit)];
        if (blobs.Length == 0)
            return;
        Fingerprint = Name(repository, blobs);
        TraceRecord[] records = [.. blobs.SelectMany(Parse).Where(record => record.Revision is not null)];
        Place(records, ObjectId.Parse(commit));
    }

    /// <summary>Changes when a trace does; empty without one. Reads no trace.</summary>
    public static string FingerprintOf(GitRepository repository, string commit) => Name(repository, Files(repository, commit));

    /// <summary>What could not be read.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>See <see cref="FingerprintOf"/>.</summary>
    public string Fingerprint { get; } = "";

    /// <summary>The commits of which traces name lines.</summary>
    public IReadOnlyCollection<ObjectId> Commits => _byCommit.Keys;

    /// <summary>Whether a trace names lines of a commit.</summary>
    public bool Has(ObjectId commit) => _byCommit.ContainsKey(commit);

    /// <summary>Lines of a commit that its diff confirms, by path, and statements on the commit where it does not.</summary>
    public (IReadOnlyDictionary<string, IReadOnlyList<AttestedRange>> Files, IReadOnlyList<EvidenceStatement> Whole) Read(ObjectId commit)
    {
        var files = new Dictionary<string, IReadOnlyList<AttestedRange>>(StringComparer.Ordinal);
        var whole = new List<EvidenceStatement>();
        foreach (IGrouping<string, TraceRecord> file in _byCommit.GetValueOrDefault(commit, []).GroupBy(record => record.Path, StringComparer.Ordinal))
        {
            AttestedRange[] ranges = [.. file.SelectMany(record => record.Ranges)];
            AttestedRange[] confirmed = [.. ranges.Where(range => IsAdded(commit, file.Key, range)).OrderBy(range => range.First)];
            if (confirmed.Any(range => range.Ai is not null) && !Overlap(confirmed))
                files.Add(file.Key, confirmed);
            else
                whole.AddRange(ranges.Select(range => range.Ai).OfType<EvidenceStatement>().Select(ai => ai with { Grade = EvidenceGrade.Weak }));
        }

        return (files, [.. whole.Distinct()]);
    }

    private static string Name(GitRepository repository, IEnumerable<ObjectId> blobs) => string.Concat(blobs.Select(blob => blob.ToHex(repository.Objects.IdLength)));

    /// <summary>Blobs with traces.</summary>
    private static IEnumerable<ObjectId> Files(GitRepository repository, string commit)
    {
        var found = new List<ObjectId>();
        if (repository.FindEntry(commit, ".agent-trace") is { IsFolder: true } folder)
            repository.Trees.VisitFiles(folder.Id, (path, entry) => Add(".agent-trace/" + path, entry));
        foreach ((_, ObjectId target) in References.SelectMany(repository.References))
        {
            if (repository.Graph.TryRead(target, out CommitNode? node))
                repository.Trees.VisitFiles(node.Tree, Add);
        }

        return found.Take(MostFiles);

        void Add(string path, TreeEntry entry)
        {
            if (entry.IsFile && AgentTrace.IsTrace(path))
                found.Add(entry.Id);
        }
    }

    private IReadOnlyList<TraceRecord> Parse(ObjectId blob)
    {
        string place = $"agent trace {blob.ToHex(_repository.Objects.IdLength)[..10]}";
        if (_repository.Objects.Read(blob, AgentTrace.MaximumBytes) is { } bytes)
            return AgentTrace.Parse(bytes, place, Problems);
        Problems.Add($"{place} is missing or larger than {AgentTrace.MaximumBytes >> 20} MiB and was not read");
        return [];
    }

    private void Place(TraceRecord[] records, ObjectId head)
    {
        HashSet<ObjectId> revisions = [.. records.Select(record => ObjectId.Parse(record.Revision!))];
        ILookup<ObjectId, ObjectId> children = Children(revisions, head);
        foreach (TraceRecord record in records)
        {
            ObjectId revision = ObjectId.Parse(record.Revision!);
            ObjectId[] candidates = [.. children[revision].Prepend(revision).Where(commit => Added(commit).ContainsKey(record.Path))];
            ObjectId? commit = candidates.Cast<ObjectId?>().FirstOrDefault(c => record.Ranges.All(range => IsAdded(c!.Value, record.Path, range))) ?? candidates.Cast<ObjectId?>().FirstOrDefault();
            if (commit is not { } place)
                continue;
            if (!_byCommit.TryGetValue(place, out List<TraceRecord>? list))
                _byCommit.Add(place, list = []);
            list.Add(record);
        }
    }

    private ILookup<ObjectId, ObjectId> Children(HashSet<ObjectId> revisions, ObjectId head)
    {
        var pairs = new List<(ObjectId Parent, ObjectId Child)>();
        Reachable history = Reachable.From(_repository.Graph, [head]);
        for (int number = 0; number < history.Count; number++)
            pairs.AddRange(history[number].Parents.Where(revisions.Contains).Select(parent => (parent, history[number].Id)));
        return pairs.ToLookup(pair => pair.Parent, pair => pair.Child);
    }

    private bool IsAdded(ObjectId commit, string path, AttestedRange range) =>
        Added(commit).GetValueOrDefault(path) is { } lines && range.Last <= lines.Length && lines.AsSpan(range.First - 1, range.Last - range.First + 1).IndexOf(false) < 0;

    /// <summary>For each file that a commit changed, which of its lines it added.</summary>
    private Dictionary<string, bool[]> Added(ObjectId commit)
    {
        if (_added.TryGetValue(commit, out Dictionary<string, bool[]>? files))
            return files;
        files = new Dictionary<string, bool[]>(StringComparer.Ordinal);
        if (_repository.Graph.TryRead(commit, out CommitNode? node) && node.Parents.Length < 2)
        {
            foreach (CommittedFile file in _changes.Of(commit.ToHex(_repository.Objects.IdLength)))
            {
                var lines = new bool[file.After.Count];
                foreach (Hunk hunk in file.Hunks)
                    Array.Fill(lines, true, hunk.NewStart, hunk.NewCount);
                files[file.Path] = lines;
            }
        }

        _added.Add(commit, files);
        return files;
    }

    private static bool Overlap(AttestedRange[] ranges) => ranges.Zip(ranges.Skip(1)).Any(pair => pair.First.Last >= pair.Second.First);
}
