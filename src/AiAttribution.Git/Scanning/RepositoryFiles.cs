using AiAttribution.Core.Evidence;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.WorkingTree;

namespace AiAttribution.Git.Scanning;

/// <summary>
/// Files at the root of a repository that steer attribution. The working tree's file is taken where there is one, so that an edit counts before it is committed; where git alone is
/// read (<see cref="GitRepository.SteeredBy"/>), that of a commit.
/// </summary>
internal static class RepositoryFiles
{
    private const int MostBytes = 16 << 20;

    public static RevsFile Revs(GitRepository repository, string commit) =>
        Read(repository, commit, RevsFile.Path) is { } text ? RevsFile.Parse(text) : RevsFile.Empty;

    /// <summary>Text of a file; null when it is nowhere, or too large.</summary>
    public static string? Read(GitRepository repository, string commit, string path) =>
        ReadBytes(repository, commit, path) is { } bytes ? SourceFile.Text(bytes) : null;

    /// <summary>A sentence for each file that is there and too large to be read.</summary>
    public static IEnumerable<string> TooLarge(GitRepository repository, string commit, params string[] paths) =>
        paths.Where(path => ReadBytes(repository, commit, path) is null && repository.FindEntry(commit, path) is { IsFile: true })
            .Select(path => $"{path} is larger than {MostBytes >> 20} MiB and is not read");

    /// <summary>Bytes of a file; null when it is nowhere, or too large.</summary>
    public static byte[]? ReadBytes(GitRepository repository, string commit, string path) =>
        repository.SteeredBy is { } steering ? repository.ReadFile(steering, path, MostBytes)
        : repository.WorkingDirectory is { } root && new FileInfo(Path.Combine(root, path)) is { Exists: true, LinkTarget: null } file && BoundedFile.Read(file.FullName, MostBytes).Bytes is { } bytes
        ? bytes
        : repository.ReadFile(commit, path, MostBytes);
}
