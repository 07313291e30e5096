namespace AiAttribution.Git.WorkingTree;

/// <summary>Where paths lead. A repository is not trusted: what is read or written in it must not lie elsewhere.</summary>
internal static class RealPath
{
    /// <summary>More links on one way are a ring, or meant to be one.</summary>
    private const int MostLinks = 40;

    private static readonly StringComparison Comparison =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    /// <summary>The path without links, all on its way followed; what is not there is taken as it is written.</summary>
    /// <param name="path">A full path.</param>
    /// <exception cref="IOException">The links form a ring.</exception>
    public static string Of(string path)
    {
        string real = Path.GetPathRoot(path)!;
        var rest = new Stack<string>();
        Push(rest, path);
        for (int links = 0; rest.TryPop(out string? name);)
        {
            string at = Path.Join(real, name);
            if (Target(at) is not { } target)
            {
                real = at;
                continue;
            }

            if (++links > MostLinks)
                throw new IOException($"'{path}' leads over links that form a ring");
            string next = Path.GetFullPath(target, real);
            real = Path.GetPathRoot(next)!;
            Push(rest, next);
        }

        return real;
    }

    /// <summary>Where a path leads that is written in a working tree: null when that is outside of the tree, or git's own folder. A path outside of every tree leads where it leads.</summary>
    /// <param name="path">A full path.</param>
    /// <exception cref="IOException">The links form a ring.</exception>
    public static string? Inside(string path)
    {
        string real = Of(path);
        return Root(path) is not { } root || (Of(root) is var top && IsIn(top, real) && (!IsGit(top, real) || IsGit(root, path))) ? real : null;
    }

    /// <summary>Whether a path leads into git's folder, where a file can be run as a hook.</summary>
    private static bool IsGit(string root, string path) => Path.GetRelativePath(root, path).Split(Path.DirectorySeparatorChar).Contains(".git", StringComparer.OrdinalIgnoreCase);

    private static bool IsIn(string folder, string path) => path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, Comparison);

    /// <summary>The innermost folder with a <c>.git</c>, which no commit can bring.</summary>
    private static string? Root(string path)
    {
        string? folder = Path.GetDirectoryName(path);
        while (folder is not null && !Path.Exists(Path.Join(folder, ".git")))
            folder = Path.GetDirectoryName(folder);
        return folder;
    }

    private static string? Target(string path) => (Directory.Exists(path) ? (FileSystemInfo)new DirectoryInfo(path) : new FileInfo(path)).LinkTarget;

    private static void Push(Stack<string> rest, string path)
    {
        string[] names = path[Path.GetPathRoot(path)!.Length..].Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
        foreach (string name in Enumerable.Reverse(names))
            rest.Push(name);
    }
}
