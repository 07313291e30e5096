using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Git.History;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.Sessions;

/// <summary>
/// Finds the commits of a history that took the place of others: rebased and picked ones by author and time or by what they change, squashed ones by their tree or by
/// what the whole branch changes. What is only similar is not found: unknown is better than wrong.
/// </summary>
internal sealed class RewrittenCommits
{
    private const int MostCommits = 20_000;
    private const int MostTips = 2_000;

    private readonly GitRepository _repository;
    private readonly ChangeIds _changes;
    private readonly HashSet<ObjectId> _history = [];
    private readonly List<CommitNode> _recent = [];
    private readonly Lazy<ILookup<string, CommitNode>> _byPaths;
    private readonly Dictionary<ObjectId, string?> _ids = [];

    /// <param name="repository">The repository.</param>
    /// <param name="head">Full id of the commit whose history is looked at.</param>
    /// <param name="since">Commits before it replace nothing.</param>
    /// <param name="useCache">Whether what is known of commits may be kept.</param>
    public RewrittenCommits(GitRepository repository, string head, DateTimeOffset since, bool useCache)
    {
        _repository = repository;
        _changes = new ChangeIds(repository);
        Walk(ObjectId.Parse(head), since.ToUnixTimeSeconds());
        _byPaths = new(() => ByPaths(new KnownPaths(repository, _changes, useCache)));
    }

    /// <summary>Whether the history has a commit.</summary>
    public bool Has(string commit) => _history.Contains(ObjectId.Parse(commit));

    /// <summary>The replacement of each commit that has one.</summary>
    /// <param name="commits">Full ids of commits outside of the history, and what their notes say.</param>
    public IReadOnlyDictionary<string, string> Find(IEnumerable<KeyValuePair<string, IReadOnlyList<Allocation>>> commits)
    {
        var wanted = commits.Where(c => !Has(c.Key)).ToDictionary(c => ObjectId.Parse(c.Key), c => c.Value);
        var found = new Dictionary<ObjectId, ObjectId>();
        if (wanted.Count > 0)
        {
            Array.ForEach([.. wanted], commit => FindOne(commit.Key, commit.Value, found));
            FindSquashed(wanted.Keys, found);
        }

        return found.Where(f => wanted.ContainsKey(f.Key)).ToDictionary(f => Hex(f.Key), f => Hex(f.Value), StringComparer.Ordinal);
    }

    private void FindOne(ObjectId id, IReadOnlyList<Allocation> note, Dictionary<ObjectId, ObjectId> found)
    {
        string? change = note.Select(a => a.Change).FirstOrDefault(c => c is not null);
        if (_repository.Graph.TryRead(id, out CommitNode? node))
        {
            if (SameAuthor(node) is { } same)
                found[id] = same.Id;
            else if (node.Parents.Length == 1 && _repository.Graph.TryRead(node.Parents[0], out CommitNode? parent))
                change = _changes.Of(parent.Tree, node.Tree);
        }

        if (!found.ContainsKey(id) && change is not null && SameChange(change, node?.Time ?? long.MinValue) is { } picked)
            found[id] = picked.Id;
    }

    private void FindSquashed(IEnumerable<ObjectId> commits, Dictionary<ObjectId, ObjectId> found)
    {
        // A branch is of use only where it holds a commit that is looked for.
        HashSet<ObjectId> open = [.. commits.Where(c => !found.ContainsKey(c) && _repository.Graph.TryRead(c, out _))];
        if (open.Count == 0)
            return;
        ILookup<ObjectId, CommitNode> byTree = _recent.Where(ChangesTree).ToLookup(node => node.Tree);
        IEnumerable<ObjectId> tips = open.Order().Concat(_repository.AllTips()).Distinct().Take(MostTips);
        foreach (BranchWork work in tips.Select(tip => BranchWork.Of(_repository.Graph, tip, _history)).OfType<BranchWork>().Where(w => w.Commits.Any(open.Contains)).OrderBy(w => w.Commits.Count))
        {
            CommitNode? squashed = byTree[work.Tip.Tree].Where(node => node.Time >= work.Tip.Time).MinBy(node => node.Time);
            if (squashed is null && work.Base is { } start && _changes.Of(start.Tree, work.Tip.Tree) is { } change)
                squashed = SameChange(change, work.Tip.Time);
            if (squashed is null)
                continue;
            foreach (ObjectId commit in work.Commits)
                found.TryAdd(commit, squashed.Id);
        }
    }

    /// <summary>git keeps author and author time of a commit that is amended, rebased or picked.</summary>
    private CommitNode? SameAuthor(CommitNode node)
    {
        CommitNode[] same = [.. _recent.Where(other => other.AuthorTime == node.AuthorTime)];
        return same.Length == 0 || _repository.Graph.ReadWhole(node.Id) is not { } old
            ? null
            : Array.Find(same, other => _repository.Graph.ReadWhole(other.Id) is { } now && now.Author == old.Author && PathsOf(node).Overlaps(PathsOf(other)));
    }

    // A script makes several commits in a second.
    private HashSet<string> PathsOf(CommitNode node) => [.. _changes.PathsOf(ParentTree(node), node.Tree)];

    private ObjectId? ParentTree(CommitNode node) => node.Parents.Length > 0 && _repository.Graph.TryRead(node.Parents[0], out CommitNode? parent) ? parent.Tree : null;

    private ILookup<string, CommitNode> ByPaths(KnownPaths known)
    {
        ILookup<string, CommitNode> byPaths = _recent.Where(node => node.Parents.Length == 1)
            .Select(node => (Node: node, Paths: known.Of(node)))
            .Where(n => n.Paths is not null)
            .ToLookup(n => n.Paths!, n => n.Node, StringComparer.Ordinal);
        known.Save();
        return byPaths;
    }

    private CommitNode? SameChange(string change, long after) =>
        _byPaths.Value.Where(group => ChangeIds.HasPaths(change, group.Key)).SelectMany(group => group)
            .Where(node => node.Time >= after && IdOf(node) == change)
            .MinBy(node => node.Time);

    private string? IdOf(CommitNode node)
    {
        if (!_ids.TryGetValue(node.Id, out string? id))
            _ids.Add(node.Id, id = _changes.Of(_repository.Graph.Read(node.Parents[0]).Tree, node.Tree));
        return id;
    }

    private bool ChangesTree(CommitNode node) =>
        node.Parents.Length == 1 && _repository.Graph.TryRead(node.Parents[0], out CommitNode? parent) && parent.Tree != node.Tree;

    private void Walk(ObjectId head, long since)
    {
        var open = new Stack<ObjectId>([head]);
        while (open.TryPop(out ObjectId id))
        {
            if (!_history.Add(id) || !_repository.Graph.TryRead(id, out CommitNode? node))
                continue;
            if (node.Time >= since && !node.IsBoundary)
                _recent.Add(node);
            foreach (ObjectId parent in node.Parents)
                open.Push(parent);
        }

        _recent.Sort((a, b) => b.Time.CompareTo(a.Time));
        if (_recent.Count > MostCommits)
            _recent.RemoveRange(MostCommits, _recent.Count - MostCommits);
    }

    private string Hex(ObjectId id) => id.ToHex(_repository.Objects.IdLength);
}
