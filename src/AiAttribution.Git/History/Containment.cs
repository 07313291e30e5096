using AiAttribution.Git.Objects;

namespace AiAttribution.Git.History;

/// <summary>Which history a commit belongs to.</summary>
internal static class Containment
{
    /// <summary>Walks the containers in order and never enters a commit twice, so the whole is linear in the number of commits.</summary>
    public static IReadOnlyDictionary<string, int> First(CommitGraph graph, IReadOnlyCollection<string> commits, IReadOnlyList<string> containers)
    {
        var wanted = commits.Distinct().ToDictionary(id => ObjectId.Parse(id), id => id);
        var found = new Dictionary<string, int>();
        var seen = new HashSet<ObjectId>();
        var open = new Stack<ObjectId>();
        for (int index = 0; index < containers.Count && found.Count < wanted.Count; index++)
        {
            open.Push(ObjectId.Parse(containers[index]));
            while (open.TryPop(out ObjectId id))
            {
                if (!seen.Add(id) || !graph.TryRead(id, out CommitNode? node))
                    continue;
                if (wanted.TryGetValue(id, out string? hex))
                    found.Add(hex, index);
                foreach (ObjectId parent in node.Parents)
                    open.Push(parent);
            }
        }

        return found;
    }
}
