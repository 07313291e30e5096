using AiAttribution.Core.Deployments;
using AiAttribution.Git.Objects;

namespace AiAttribution.Git.History;

/// <summary>
/// Which of many containers have which commits in their history. One walk for all: every commit gets a bit for each container and hands its bits to its parents, so the cost is
/// the number of commits, and not commits times containers.
/// </summary>
internal sealed class ContainmentMatrix : ICommitOrder
{
    private const int BitsOfWord = 64;

    private readonly Dictionary<string, int> _containers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ulong[]> _bits = new(StringComparer.Ordinal);
    private readonly int _words;

    private ContainmentMatrix(IEnumerable<string> containers)
    {
        foreach (string container in containers)
            _containers.TryAdd(container, _containers.Count);
        _words = (_containers.Count + BitsOfWord - 1) / BitsOfWord;
    }

    /// <param name="graph">The commits.</param>
    /// <param name="containers">Full ids of commits whose history is asked about.</param>
    /// <param name="commits">Full ids of commits that are looked for; containers are always looked for, too.</param>
    public static ContainmentMatrix Of(CommitGraph graph, IEnumerable<string> containers, IEnumerable<string> commits)
    {
        var matrix = new ContainmentMatrix(containers);
        if (matrix._containers.Count == 0)
            return matrix;
        var wanted = new Dictionary<ObjectId, string>();
        foreach (string commit in matrix._containers.Keys.Concat(commits))
            wanted[ObjectId.Parse(commit)] = commit;
        matrix.Fill(Reachable.From(graph, matrix._containers.Keys.Select(c => ObjectId.Parse(c))), wanted);
        return matrix;
    }

    public bool IsAncestor(string ancestor, string commit) =>
        _containers.TryGetValue(commit, out int index) && _bits.TryGetValue(ancestor, out ulong[]? bits) && (bits[index / BitsOfWord] >> (index % BitsOfWord) & 1) != 0;

    private void Fill(Reachable reachable, Dictionary<ObjectId, string> wanted)
    {
        var bits = new ulong[reachable.Count][];
        foreach (int node in reachable.ChildrenFirst())
        {
            ulong[] own = bits[node] ??= new ulong[_words];
            bool isWanted = wanted.TryGetValue(reachable[node].Id, out string? name);
            if (isWanted && _containers.TryGetValue(name!, out int index))
                own[index / BitsOfWord] |= 1UL << (index % BitsOfWord);
            if (isWanted)
                _bits[name!] = own;
            bool isFree = !isWanted;
            foreach (int parent in reachable.Parents(node))
            {
                if (bits[parent] is not null)
                    Unite(bits[parent], own);
                else
                    bits[parent] = isFree ? own : [.. own];
                isFree &= !ReferenceEquals(bits[parent], own);
            }

            bits[node] = null!;
        }
    }

    private static void Unite(ulong[] into, ulong[] bits)
    {
        for (int i = 0; i < bits.Length; i++)
            into[i] |= bits[i];
    }
}
