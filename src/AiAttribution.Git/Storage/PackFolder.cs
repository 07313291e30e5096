using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.Storage;

/// <summary>Checks what libgit2 would map into memory without asking: the indexes of packs. Costs a few kilobytes of reading a pack.</summary>
internal static class PackFolder
{
    private const string MultiPackIndexName = "multi-pack-index";

    /// <summary>Checks the indexes of a folder of objects.</summary>
    /// <param name="objects">The folder.</param>
    /// <param name="sound">Full paths of those that were checked before, to which the others are added.</param>
    /// <exception cref="RepositoryException">An index is damaged, or has no pack.</exception>
    public static void Check(string objects, HashSet<string> sound)
    {
        var folder = new DirectoryInfo(Path.Combine(objects, "pack"));
        if (!folder.Exists)
            return;
        foreach (FileInfo index in folder.EnumerateFiles("*.idx").Where(index => !sound.Contains(index.FullName)))
        {
            Check(index, stream =>
            {
                using FileStream? pack = Open(new FileInfo(Path.ChangeExtension(index.FullName, ".pack")));
                return pack is not null && PackIndex.IsSound(stream, pack);
            });
            sound.Add(index.FullName);
        }

        if (new FileInfo(Path.Combine(folder.FullName, MultiPackIndexName)) is not { Exists: true } file)
            return;
        HashSet<string> names = [.. sound.Where(index => Path.GetDirectoryName(index) == folder.FullName).Select(index => Path.GetFileName(index))];
        Check(file, stream => MultiPackIndex.IsSound(stream, names));
    }

    /// <summary>Whether a pack came from a filtered clone, so that objects it refers to may not be here.</summary>
    public static bool HasPromises(string objects) => new DirectoryInfo(Path.Combine(objects, "pack")) is { Exists: true } folder && folder.EnumerateFiles("*.promisor").Any();

    private static void Check(FileInfo file, Func<FileStream, bool> isSound)
    {
        Exception? cause = null;
        try
        {
            using FileStream? stream = Open(file);
            if (stream is not null && isSound(stream))
                return;
        }
        catch (FileNotFoundException)
        {
            // git packed again since the folder was listed.
            return;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            cause = problem;
        }

        throw new RepositoryException(RepositoryProblem.Corrupt, $"objects/pack/{file.Name} is damaged, or its pack is missing", "git fsck, or a fresh clone", cause);
    }

    // The length of a device or a pipe is 0: they are not opened.
    private static FileStream? Open(FileInfo file) =>
        file is { Exists: true, Length: > 0 } ? new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1) : null;
}
