using AiAttribution.Core.Evidence;
using AiAttribution.Git.History;
using AiAttribution.Git.Objects;

namespace AiAttribution.Git.Scanning;

/// <summary>Reads all commits of a history once, children before parents, and asks of each what evidence it carries.</summary>
internal sealed class HistoryWalk(GitRepository repository, EvidenceClassifier classifier, NoteReader notes)
{
    private readonly Dictionary<ObjectId, (CommitNode Node, IReadOnlyList<EvidenceStatement> Statements)> _read = [];

    public WalkedCommit[] Read(ObjectId head, IProgress<ScanProgress>? progress, CancellationToken cancel)
    {
        Dictionary<ObjectId, int> children = ReadAll(head, progress, cancel);
        List<ObjectId> order = ChildrenFirst(head, children);
        var index = new Dictionary<ObjectId, int>(order.Count);
        for (int i = 0; i < order.Count; i++)
            index.Add(order[i], i);

        var walk = new WalkedCommit[order.Count];
        for (int i = order.Count - 1; i >= 0; i--)
        {
            (CommitNode node, IReadOnlyList<EvidenceStatement> statements) = _read[order[i]];
            int[] parents = Array.ConvertAll(node.Parents, id => index[id]);
            var commit = new WalkedCommit(node, parents, statements) { Attested = notes.Read(node.Id) };
            commit.MattersInPast = commit.Matters || Array.Exists(parents, parent => walk[parent].MattersInPast);
            walk[i] = commit;
        }

        return walk;
    }

    private Dictionary<ObjectId, int> ReadAll(ObjectId head, IProgress<ScanProgress>? progress, CancellationToken cancel)
    {
        var children = new Dictionary<ObjectId, int> { [head] = 0 };
        var open = new Stack<ObjectId>();
        open.Push(head);
        while (open.TryPop(out ObjectId id))
        {
            if (_read.ContainsKey(id))
                continue;
            cancel.ThrowIfCancellationRequested();
            CommitObject commit = repository.Graph.ReadWhole(id) ?? throw Missing(id);
            CommitNode node = repository.Graph.Read(id);
            _read.Add(id, (node, classifier.Classify(commit.Facts(id.ToHex(repository.Objects.IdLength)))));
            if (_read.Count % 256 == 0)
                progress?.Report(new ScanProgress("reading commits", _read.Count, 0));
            foreach (ObjectId parent in node.Parents)
            {
                children[parent] = children.GetValueOrDefault(parent) + 1;
                open.Push(parent);
            }
        }

        return children;
    }

    private List<ObjectId> ChildrenFirst(ObjectId head, Dictionary<ObjectId, int> children)
    {
        var order = new List<ObjectId>(_read.Count);
        var ready = new Stack<ObjectId>();
        ready.Push(head);
        while (ready.TryPop(out ObjectId id))
        {
            order.Add(id);
            foreach (ObjectId parent in _read[id].Node.Parents)
            {
                if (--children[parent] == 0)
                    ready.Push(parent);
            }
        }

        return order;
    }

    private RepositoryException Missing(ObjectId id) => new(
        RepositoryProblem.Corrupt,
        $"commit {id.ToHex(repository.Objects.IdLength)} is missing",
        "git fsck, or fetch the history again");
}
