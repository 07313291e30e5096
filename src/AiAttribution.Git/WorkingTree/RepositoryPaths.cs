using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.WorkingTree;

/// <summary>Paths of a repository's working tree.</summary>
internal static class RepositoryPaths
{
    private static readonly StringComparison Comparison =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    /// <summary>The path from the root, with <c>/</c>; null when it lies outside.</summary>
    public static string? Relative(GitRepository repository, string path)
    {
        if (repository.WorkingDirectory is not { } root)
            return null;
        string full = Path.GetFullPath(path);
        return full.StartsWith(root, Comparison) ? full[root.Length..].Replace('\\', '/') : null;
    }

    /// <summary>The full path; null when the repository is bare or the path leads out of it.</summary>
    public static string? Full(GitRepository repository, string path)
    {
        if (repository.WorkingDirectory is not { } root)
            return null;
        string full = Path.GetFullPath(Path.Combine(root, path));
        return full.StartsWith(root, Comparison) ? full : null;
    }

    /// <summary>
    /// The path by which git knows what a path leads to, links on its way followed; null when that lies outside of the working tree, in git's own folder, or in a
    /// repository of its own within it, such as a submodule.
    /// </summary>
    public static string? Known(GitRepository repository, string path)
    {
        if (Full(repository, path) is not { } full || repository.WorkingDirectory is not { } root)
            return null;
        try
        {
            string top = RealPath.Of(Path.TrimEndingDirectorySeparator(root));
            string real = RealPath.Of(full);
            if (!real.StartsWith(top + Path.DirectorySeparatorChar, Comparison))
                return null;
            for (string folder = Path.GetDirectoryName(real)!; folder.Length > top.Length; folder = Path.GetDirectoryName(folder)!)
            {
                if (Path.GetFileName(folder) == ".git" || Path.Exists(Path.Join(folder, ".git")))
                    return null;
            }

            return real[(top.Length + 1)..].Replace('\\', '/');
        }
        catch (IOException)
        {
            return null; // Links that form a ring.
        }
    }

    /// <summary>Whether a file is a link to something outside: what is there is nobody's business.</summary>
    public static bool LeadsOut(GitRepository repository, string path) =>
        new FileInfo(path) is { LinkTarget: not null } link && (link.ResolveLinkTarget(returnFinalTarget: true) is not { } target || Relative(repository, target.FullName) is null);
}
