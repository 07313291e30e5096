namespace AiAttribution.Git.Repositories;

/// <summary>Where else the repository of a folder may be, when no <c>.git</c> is in it or above it.</summary>
internal static class RepositoryElsewhere
{
    private const string GitTarget = "git_target";
    private const int MostPointerBytes = 4096;

    /// <summary>Where the repository of a folder is, here or elsewhere; null when there is none. A <c>.git</c> file that leads nowhere is not passed over.</summary>
    public static RepositoryLayout? Find(string start) =>
        RepositoryLayout.Find(start) ?? (RepositoryLayout.Lost(start) is null ? ByEnvironment(start, Environment.GetEnvironmentVariable) : null);

    /// <summary>
    /// What <c>GIT_DIR</c> and <c>GIT_WORK_TREE</c> of the environment name, as git itself takes them; null when they name none. They are asked last: git sets them for its hooks,
    /// and what a hook builds in another clone is none of that repository.
    /// </summary>
    /// <param name="start">Folder that relative names start from, and the working tree when none is named.</param>
    /// <param name="variable">Reads the environment.</param>
    public static RepositoryLayout? ByEnvironment(string start, Func<string, string?> variable)
    {
        if (variable("GIT_DIR") is not { Length: > 0 } name || Full(name, start) is not { } directory || RepositoryLayout.Find(directory) is not { } found)
            return null;

        // A folder above it that is a repository is another one.
        if (Path.TrimEndingDirectorySeparator(found.GitDirectory) != Path.TrimEndingDirectorySeparator(directory))
            return null;
        string? tree = variable("GIT_WORK_TREE") is { Length: > 0 } named ? Full(named, start) : IsBare(found) ? null : Path.GetFullPath(start);
        return found with { WorkingDirectory = tree is null ? null : Path.TrimEndingDirectorySeparator(tree) + Path.DirectorySeparatorChar, IsApart = true };
    }

    /// <summary>The git directory behind the nearest jj workspace without <c>.git</c>, relative to the start; null when there is none.</summary>
    public static string? OfJj(string start)
    {
        for (string? folder = Path.GetFullPath(start); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            string repo = Path.Combine(folder, ".jj", "repo");
            if (!Directory.Exists(repo) && Text(repo) is { } target)
                repo = Path.GetFullPath(target, Path.GetDirectoryName(repo)!);
            string store = Path.Combine(repo, "store");
            string git = Text(Path.Combine(store, GitTarget)) is { } named ? Path.GetFullPath(named, store) : Path.Combine(store, "git");
            if (Directory.Exists(git))
                return Path.GetRelativePath(Path.GetFullPath(start), git).Replace('\\', '/');
        }

        return null;
    }

    private static bool IsBare(RepositoryLayout layout) => RepositoryConfig.Read(layout).IsBare;

    private static string? Full(string name, string start) => name.Contains('\0', StringComparison.Ordinal) ? null : Path.GetFullPath(name, Path.GetFullPath(start));

    private static string? Text(string file) =>
        new FileInfo(file) is { Exists: true, Length: > 0 and <= MostPointerBytes } && File.ReadAllText(file).Trim() is { Length: > 0 } text && !text.Contains('\0', StringComparison.Ordinal) ? text : null;
}
