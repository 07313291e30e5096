using AiAttribution.Core.Evidence;
using AiAttribution.Core.Evidence.Messages;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning.Notes;
using AiAttribution.Git.Scanning.Originals;

namespace AiAttribution.Git.Scanning;

/// <summary>Reads the commits of a history that are not known yet, children before parents, and asks of each what evidence it carries.</summary>
internal sealed class HistoryWalk(GitRepository repository, EvidenceClassifier classifier, NoteReader notes)
{
    /// <summary>All commits of the history of <paramref name="head"/>, children before parents.</summary>
    /// <param name="head">The commit to start from.</param>
    /// <param name="known">Records of an earlier walk, children before parents; may hold other branches too.</param>
    /// <param name="progress">Told how many commits were read.</param>
    /// <param name="cancel">Ends the walk.</param>
    /// <returns>The walk, and all records to be known next time; the latter is <paramref name="known"/> itself when nothing was read.</returns>
    public (WalkedCommit[] Walk, IReadOnlyList<CommitRecord> Records) Read(
        ObjectId head,
        IReadOnlyList<CommitRecord> known,
        IProgress<ScanProgress>? progress,
        CancellationToken cancel)
    {
        var records = known.ToDictionary(record => record.Node.Id);
        List<ObjectId> fresh = ReadFresh(head, records, progress, cancel);
        IReadOnlyList<CommitRecord> all = known;
        if (fresh.Count > 0)
            all = [.. fresh.Select(id => records[id]), .. known];
        all = RefreshNotes(all);
        WalkedCommit[] walk = Reachable(head, all);
        IReadOnlyList<OrphanedCommit> orphans = OrphanedCommit.Find(repository, notes, walk);
        new RewrittenNotes(repository, notes).Adopt(walk, orphans);
        new SquashedNotes(repository, notes, classifier).Adopt(walk, orphans);
        if (Array.Exists(walk, commit => commit.AsksOriginals))
            new OriginalRanges(repository, walk).Find(orphans, new OriginalVoice(repository, notes, classifier));
        MarkWhatMatters(walk);
        return (walk, all);
    }

    /// <summary>A commit without its place among others.</summary>
    public WalkedCommit ReadAlone(ObjectId id) => new(ReadRecord(id), []) { HasNote = notes.IsAnnotated(id) };

    private List<ObjectId> ReadFresh(ObjectId head, Dictionary<ObjectId, CommitRecord> records, IProgress<ScanProgress>? progress, CancellationToken cancel)
    {
        var children = new Dictionary<ObjectId, int>();
        var open = new Stack<ObjectId>();
        if (!records.ContainsKey(head))
            open.Push(head);
        while (open.TryPop(out ObjectId id))
        {
            if (children.ContainsKey(id) && records.ContainsKey(id))
                continue;
            cancel.ThrowIfCancellationRequested();
            CommitRecord record = ReadRecord(id);
            records.Add(id, record);
            children.TryAdd(id, 0);
            if (children.Count % 256 == 0)
                progress?.Report(new ScanProgress("reading commits", children.Count, 0));
            foreach (ObjectId parent in record.Node.Parents.Where(parent => children.ContainsKey(parent) || !records.ContainsKey(parent)))
            {
                if (!children.TryAdd(parent, 1))
                    children[parent]++;
                open.Push(parent);
            }
        }

        return ChildrenFirst(head, children, records);
    }

    private static List<ObjectId> ChildrenFirst(ObjectId head, Dictionary<ObjectId, int> children, Dictionary<ObjectId, CommitRecord> records)
    {
        var order = new List<ObjectId>(children.Count);
        var ready = new Stack<ObjectId>();
        if (children.ContainsKey(head))
            ready.Push(head);
        while (ready.TryPop(out ObjectId id))
        {
            order.Add(id);
            foreach (ObjectId parent in records[id].Node.Parents)
            {
                if (children.ContainsKey(parent) && --children[parent] == 0)
                    ready.Push(parent);
            }
        }

        // Ids are hashes, so only info/grafts or refs/replace can do this.
        return order.Count == children.Count ? order : throw new RepositoryException(
            RepositoryProblem.Corrupt,
            "history runs in a circle, by info/grafts or refs/replace",
            HistoryOverrides.Look);
    }

    private CommitRecord ReadRecord(ObjectId id)
    {
        CommitObject commit = repository.Graph.ReadWhole(id) ?? throw repository.Overrides.Missing(id, repository.Objects.IdLength);
        CommitFacts facts = commit.Facts(id.ToHex(repository.Objects.IdLength));
        IReadOnlyList<EvidenceStatement> statements = classifier.Classify(facts);
        return WithNote(new CommitRecord(repository.Graph.Read(id), statements, null, [], []) { Restores = CommitReference.Read(facts.Message), Request = CommitReference.Request(facts.Message) });
    }

    /// <summary>Reads the notes that came or changed since a record was made.</summary>
    private IReadOnlyList<CommitRecord> RefreshNotes(IReadOnlyList<CommitRecord> records)
    {
        List<CommitRecord>? changed = null;
        for (int i = 0; i < records.Count; i++)
        {
            if (records[i].Note == notes.Find(records[i].Node.Id))
                continue;
            changed ??= [.. records];
            changed[i] = WithNote(records[i]);
        }

        return changed ?? records;
    }

    private CommitRecord WithNote(CommitRecord record)
    {
        if (notes.Find(record.Node.Id) is not { } blob)
            return record with { Note = null, NoteStatements = [], NoteTroubles = [], NoteIsOpen = false };
        NoteContent content = notes.Read(record.Node.Id);
        return record with { Note = blob, NoteStatements = content.Statements(), NoteTroubles = content.Troubles, NoteIsOpen = content.IsOpen };
    }

    private WalkedCommit[] Reachable(ObjectId head, IReadOnlyList<CommitRecord> records)
    {
        var index = new Dictionary<ObjectId, int>();
        var reached = new HashSet<ObjectId> { head };
        foreach (CommitRecord record in records)
        {
            if (!reached.Contains(record.Node.Id))
                continue;
            index.Add(record.Node.Id, index.Count);
            reached.UnionWith(record.Node.Parents);
        }

        var walk = new WalkedCommit[index.Count];
        for (int i = records.Count - 1; i >= 0; i--)
        {
            if (!index.TryGetValue(records[i].Node.Id, out int place))
                continue;
            int[] parents = Array.ConvertAll(records[i].Node.Parents, parent => index[parent]);
            walk[place] = new WalkedCommit(records[i], parents) { HasNote = notes.IsAnnotated(records[i].Node.Id) };
        }

        return walk;
    }

    private static void MarkWhatMatters(WalkedCommit[] walk)
    {
        for (int i = walk.Length - 1; i >= 0; i--)
            walk[i].MattersInPast = walk[i].Matters || Array.Exists(walk[i].Parents, parent => walk[parent].MattersInPast);
    }
}
