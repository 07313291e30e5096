namespace AiAttribution.Git.Storage;

/// <summary>The folders that hold a repository's objects: its own, and those that <c>objects/info/alternates</c> names.</summary>
internal static class ObjectFolders
{
    // As git has it: alternates of alternates are followed five times.
    private const int Deepest = 5;
    private const int MostBytes = 1 << 20;

    /// <summary>Full paths, the repository's own folder first.</summary>
    /// <param name="commonDirectory">The git directory that working trees share.</param>
    public static IReadOnlyList<string> Of(string commonDirectory)
    {
        var folders = new List<string>();
        Add(Path.Combine(commonDirectory, "objects"), 0, folders);
        return folders;
    }

    private static void Add(string folder, int depth, List<string> folders)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (depth > Deepest || folders.Contains(full) || (depth > 0 && !Directory.Exists(full)))
            return;
        folders.Add(full);
        foreach (string line in Lines(Path.Combine(full, "info", "alternates")))
            Add(Path.Combine(full, line), depth + 1, folders);
    }

    private static IEnumerable<string> Lines(string file) =>
        new FileInfo(file) is { Exists: true, Length: > 0 and <= MostBytes }
            ? File.ReadLines(file).Where(line => line.Length > 0 && line[0] is not ('#' or '"') && !line.Contains('\0', StringComparison.Ordinal))
            : [];
}
