namespace AiAttribution.Git.Scanning;

/// <summary>A set of versions between which lines can flow, and no line leaves or enters it: groups can be worked on side by side.</summary>
/// <param name="Heads">Versions of the scanned commit with their paths.</param>
/// <param name="Ordered">All versions that matter; a version stands before those it was made from.</param>
internal sealed record VersionGroup(List<(string Path, FileVersion Version)> Heads, List<FileVersion> Ordered);

/// <summary>Marks the versions that matter and parts them into groups.</summary>
internal static class VersionGroups
{
    public static List<VersionGroup> Of(VersionGraph graph, WalkedCommit[] walk, bool keepAll)
    {
        MarkWhatMatters(graph, walk, keepAll);
        var roots = new Dictionary<FileVersion, FileVersion>();
        foreach (FileVersion version in graph.Ordered)
        {
            foreach (FileVersion origin in version.Sources.Where(_ => version.Matters))
                Join(roots, version, origin.Resolved);
        }

        var groups = new Dictionary<FileVersion, VersionGroup>();
        foreach ((string path, FileVersion version) in graph.Heads)
        {
            if (version.Resolved is { Matters: true } head)
                Group(groups, Root(roots, head)).Heads.Add((path, head));
        }

        foreach (FileVersion version in graph.Ordered.Where(v => v.Matters))
        {
            if (groups.TryGetValue(Root(roots, version), out VersionGroup? group))
                group.Ordered.Add(version);
        }

        return [.. groups.Values];
    }

    private static void MarkWhatMatters(VersionGraph graph, WalkedCommit[] walk, bool keepAll)
    {
        for (int i = graph.Ordered.Count - 1; i >= 0; i--)
        {
            FileVersion version = graph.Ordered[i];
            version.Matters = version.Known is { } known ? known.File is not null : keepAll || walk[version.Commit].Matters || version.Sources.Any(origin => origin.Resolved.Matters);
        }
    }

    private static VersionGroup Group(Dictionary<FileVersion, VersionGroup> groups, FileVersion root)
    {
        if (!groups.TryGetValue(root, out VersionGroup? group))
            groups.Add(root, group = new VersionGroup([], []));
        return group;
    }

    private static void Join(Dictionary<FileVersion, FileVersion> roots, FileVersion a, FileVersion b)
    {
        FileVersion rootA = Root(roots, a);
        FileVersion rootB = Root(roots, b);
        if (rootA != rootB)
            roots[rootB] = rootA;
    }

    private static FileVersion Root(Dictionary<FileVersion, FileVersion> roots, FileVersion version)
    {
        while (roots.TryGetValue(version, out FileVersion? next))
        {
            if (roots.TryGetValue(next, out FileVersion? further))
                roots[version] = further;
            version = next;
        }

        return version;
    }
}
