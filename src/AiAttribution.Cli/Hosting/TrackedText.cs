using AiAttribution.Git.Repositories;
using AiAttribution.Git.WorkingTree;

namespace AiAttribution.Cli.Hosting;

/// <summary>Text of a tracked file.</summary>
internal static class TrackedText
{
    private const int MostBytes = 256 << 20;

    /// <summary>Bytes on disk or in the commit; null when the file is not there, or is a link or larger than anybody's source.</summary>
    public static byte[]? Read(GitRepository repository, string commit, string path, bool onDisk)
    {
        if (!onDisk || repository.WorkingDirectory is not { } root)
            return repository.ReadFile(commit, path, MostBytes);
        var file = new FileInfo(Path.Combine(root, path));
        return file is { Exists: true, LinkTarget: null } ? BoundedFile.Read(file.FullName, MostBytes).Bytes : null;
    }
}
