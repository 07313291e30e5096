using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.Sessions;

/// <summary>Finds the roots of all working trees of a repository.</summary>
internal static class WorkingTrees
{
    private const int MostTrees = 1000;
    private const int MostPointerBytes = 4096;

    /// <summary>Absolute paths, this working tree first.</summary>
    public static IReadOnlyList<string> Roots(GitRepository repository)
    {
        var roots = new List<string>();
        if (repository.WorkingDirectory is { } own)
            roots.Add(own);
        string common = Path.TrimEndingDirectorySeparator(repository.CommonDirectory);
        if (Path.GetFileName(common) == ".git" && Path.GetDirectoryName(common) is { } main)
            roots.Add(main);
        string linked = Path.Combine(common, "worktrees");
        if (Directory.Exists(linked))
            roots.AddRange(Directory.EnumerateDirectories(linked).Take(MostTrees).Select(Linked).OfType<string>());
        return [.. roots.Select(root => Path.TrimEndingDirectorySeparator(root)).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The file <c>gitdir</c> names the file <c>.git</c> in the root of a linked working tree.</summary>
    private static string? Linked(string folder)
    {
        var pointer = new FileInfo(Path.Combine(folder, "gitdir"));
        return pointer is { Exists: true, Length: <= MostPointerBytes } ? Path.GetDirectoryName(File.ReadAllText(pointer.FullName).Trim()) : null;
    }
}
