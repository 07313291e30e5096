using System.Collections.Concurrent;
using AiAttribution.Testing.Files;

namespace AiAttribution.Testing.Repositories;

/// <summary>Empty repositories as <c>git init</c> makes them. It runs once for each format, and what it made is copied, which takes a part of what a process takes.</summary>
internal static class EmptyRepository
{
    private static readonly ConcurrentDictionary<ObjectFormat, Lazy<(string Path, byte[]? Bytes)[]>> Made = new();

    /// <summary>Makes a repository on branch <c>main</c> of a folder.</summary>
    public static void CopyTo(string folder, ObjectFormat format)
    {
        foreach ((string path, byte[]? bytes) in Made.GetOrAdd(format, f => new(() => Make(f))).Value)
        {
            if (bytes is null)
                Directory.CreateDirectory(Path.Combine(folder, path));
            else
                File.WriteAllBytes(Path.Combine(folder, path), bytes);
        }
    }

    // A folder comes before what lies in it. Examples of hooks are run by nothing.
    private static (string Path, byte[]? Bytes)[] Make(ObjectFormat format)
    {
        using var folder = new TemporaryFolder();
        GitProcess.Run(folder.Path, "init", "-q", "-b", "main", "--object-format=" + format.ToString().ToLowerInvariant());
        return [.. from entry in Directory.EnumerateFileSystemEntries(folder.Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                   where Path.GetExtension(entry) != ".sample"
                   select (Path.GetRelativePath(folder.Path, entry), Directory.Exists(entry) ? null : File.ReadAllBytes(entry))];
    }
}
