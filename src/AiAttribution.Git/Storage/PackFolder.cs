using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.Storage;

/// <summary>Checks what libgit2 would map into memory without asking: the indexes of packs. Costs a few kilobytes of reading a pack.</summary>
internal static class PackFolder
{
    private const string MultiPackIndexName = "multi-pack-index";

    /// <exception cref="RepositoryException">An index is damaged, or has no pack.</exception>
    public static void Check(string objects)
    {
        var folder = new DirectoryInfo(Path.Combine(objects, "pack"));
        if (!folder.Exists)
            return;
        var sound = new HashSet<string>(StringComparer.Ordinal);
        foreach (FileInfo index in folder.EnumerateFiles("*.idx"))
        {
            Check(index, stream => new FileInfo(Path.ChangeExtension(index.FullName, ".pack")) is { Exists: true, Length: > 0 } pack && PackIndex.IsSound(stream, pack.Length));
            sound.Add(index.Name);
        }

        if (new FileInfo(Path.Combine(folder.FullName, MultiPackIndexName)) is { Exists: true } file)
            Check(file, stream => MultiPackIndex.IsSound(stream, sound));
    }

    private static void Check(FileInfo file, Func<FileStream, bool> isSound)
    {
        Exception? cause = null;
        try
        {
            // The length of a device or a pipe is 0: they are not opened.
            if (file.Length > 0)
            {
                using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 4096);
                if (isSound(stream))
                    return;
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            cause = problem;
        }

        throw new RepositoryException(RepositoryProblem.Corrupt, $"objects/pack/{file.Name} is damaged, or its pack is missing", "git fsck, or a fresh clone", cause);
    }
}
