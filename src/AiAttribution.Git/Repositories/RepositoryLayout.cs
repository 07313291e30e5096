using System.Text;
using AiAttribution.Git.Objects;

namespace AiAttribution.Git.Repositories;

/// <summary>Where the parts of a repository are, found by reading text files only: no native code, no process.</summary>
/// <param name="GitDirectory">The git directory of this working tree.</param>
/// <param name="CommonDirectory">The git directory that linked working trees share; else the same.</param>
/// <param name="WorkingDirectory">Root of the working tree with a separator at its end; null when bare.</param>
internal sealed record RepositoryLayout(string GitDirectory, string CommonDirectory, string? WorkingDirectory)
{
    private const int MostPointerBytes = 4096;

    /// <summary>Whether the working tree does not lead to the git directory by itself, so that git is started in the latter.</summary>
    public bool IsApart { get; init; }

    /// <summary>Folder in which git finds the repository.</summary>
    public string Place => IsApart ? GitDirectory : WorkingDirectory ?? GitDirectory;

    /// <summary>Searches a folder and the folders above it.</summary>
    /// <returns>Null when none is a repository. As git does, it looks no further than a <c>.git</c> file, wherever that points to.</returns>
    public static RepositoryLayout? Find(string start)
    {
        foreach (string folder in Upward(start))
        {
            if (At(folder) is { } layout)
                return layout;
            if (LostPointer(folder) is not null)
                return null;
        }

        return null;
    }

    /// <summary>Where the <c>.git</c> file of a folder, or of the nearest one above it that has one, points to in vain; null when there is no such file.</summary>
    public static string? Lost(string start) => Upward(start).Select(LostPointer).FirstOrDefault(target => target is not null);

    private static IEnumerable<string> Upward(string start)
    {
        for (string? folder = Path.GetFullPath(start); folder is not null; folder = Path.GetDirectoryName(folder))
            yield return folder;
    }

    private static string? LostPointer(string folder)
    {
        string dotGit = Path.Combine(folder, ".git");
        return File.Exists(dotGit) && Pointer(dotGit, "gitdir:") is { } target && !IsGitDirectory(target) ? target : null;
    }

    private static RepositoryLayout? At(string folder)
    {
        string dotGit = Path.Combine(folder, ".git");
        if (Directory.Exists(dotGit) && IsGitDirectory(dotGit))
            return Make(dotGit, folder);
        if (File.Exists(dotGit) && Pointer(dotGit, "gitdir:") is { } target && IsGitDirectory(target))
            return Make(target, folder);
        return IsGitDirectory(folder) ? Make(folder, null) : null;
    }

    private static RepositoryLayout Make(string gitDirectory, string? workingDirectory)
    {
        string commonFile = Path.Combine(gitDirectory, "commondir");
        string common = File.Exists(commonFile) ? Pointer(commonFile, "") ?? gitDirectory : gitDirectory;
        string? root = workingDirectory is null ? null : Path.TrimEndingDirectorySeparator(Path.GetFullPath(workingDirectory)) + Path.DirectorySeparatorChar;
        return new RepositoryLayout(gitDirectory, common, root);
    }

    /// <summary>As git decides it (<c>is_git_directory</c> in setup.c), so that both look at the same repository.</summary>
    private static bool IsGitDirectory(string folder) =>
        HasHead(Path.Combine(folder, "HEAD"))
        && (File.Exists(Path.Combine(folder, "commondir"))
            || (Directory.Exists(Path.Combine(folder, "objects")) && Directory.Exists(Path.Combine(folder, "refs"))));

    private static bool HasHead(string file)
    {
        var info = new FileInfo(file);
        if (!info.Exists || info.Length > MostPointerBytes)
            return false;
        string text = File.ReadAllText(file).Trim();
        return text.StartsWith("ref:", StringComparison.Ordinal)
            ? text[4..].TrimStart().StartsWith("refs/", StringComparison.Ordinal)
            : ObjectId.TryParse(Encoding.UTF8.GetBytes(text), out _);
    }

    private static string? Pointer(string file, string prefix)
    {
        if (new FileInfo(file).Length > MostPointerBytes)
            return null;
        string text = File.ReadAllText(file).Trim();
        if (!text.StartsWith(prefix, StringComparison.Ordinal))
            return null;
        string target = text[prefix.Length..].Trim();
        return target.Contains('\0') ? null : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, target));
    }
}
