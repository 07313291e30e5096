using AiAttribution.Git.Objects;

namespace AiAttribution.Git.History;

/// <summary>All commits in the history of some commits, numbered.</summary>
internal sealed class Reachable
{
    private readonly List<CommitNode> _nodes = [];
    private readonly List<int[]> _parents = [];
    private readonly Dictionary<ObjectId, int> _numbers = [];

    public int Count => _nodes.Count;

    public CommitNode this[int number] => _nodes[number];

    /// <summary>Commits that are missing are left out.</summary>
    public static Reachable From(CommitGraph graph, IEnumerable<ObjectId> starts)
    {
        var reachable = new Reachable();
        foreach (ObjectId start in starts)
            reachable.Number(graph, start);
        for (int i = 0; i < reachable._nodes.Count; i++)
            reachable._parents.Add([.. reachable._nodes[i].Parents.Select(p => reachable.Number(graph, p)).Where(n => n >= 0)]);
        return reachable;
    }

    public bool Contains(ObjectId commit) => _numbers.ContainsKey(commit);

    public int[] Parents(int number) => _parents[number];

    /// <summary>Every number, each after those of its children.</summary>
    public IEnumerable<int> ChildrenFirst()
    {
        int[] children = new int[Count];
        foreach (int parent in _parents.SelectMany(p => p))
            children[parent]++;
        var free = new Stack<int>(Enumerable.Range(0, Count).Where(n => children[n] == 0));
        while (free.TryPop(out int number))
        {
            yield return number;
            foreach (int parent in _parents[number])
            {
                if (--children[parent] == 0)
                    free.Push(parent);
            }
        }
    }

    private int Number(CommitGraph graph, ObjectId id)
    {
        if (_numbers.TryGetValue(id, out int number))
            return number;
        if (!graph.TryRead(id, out CommitNode? node))
            return -1;
        _numbers.Add(id, _nodes.Count);
        _nodes.Add(node);
        return _nodes.Count - 1;
    }
}
