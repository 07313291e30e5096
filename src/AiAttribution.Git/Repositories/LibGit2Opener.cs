using System.Runtime.CompilerServices;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Storage;

namespace AiAttribution.Git.Repositories;

/// <summary>Opens a repository with libgit2.</summary>
internal static class LibGit2Opener
{
    /// <summary>Extension that says which remote has the objects that are missing. Whether they are needed shows when they are read.</summary>
    public const string PartialClone = "partialclone";

    // libgit2 keeps one list of them for the process, and frees it without a lock when it is set: two threads that did so at once would end the process.
    private static readonly Lazy<string> Extensions = new(() =>
    {
        LibGit2Sharp.GlobalSettings.SetExtensions(PartialClone);
        return PartialClone;
    });

    /// <exception cref="RepositoryException">libgit2 is missing, or refuses the repository.</exception>
    public static RepositoryReaders Open(RepositoryLayout layout, RepositoryConfig config)
    {
        RepositoryGuard.RefuseExtensions(config);
        IReadOnlyList<string> folders = ObjectFolders.Of(layout.CommonDirectory);
        var packs = new CheckedPacks(folders);
        packs.Find();
        try
        {
            _ = BundledLibGit2.Handle;
            return OpenNative(layout, config, packs, new LooseObjects(folders));
        }
        catch (Exception cause) when (cause is TypeInitializationException or DllNotFoundException or EntryPointNotFoundException)
        {
            throw BundledLibGit2.Broken(cause);
        }
    }

    // LibGit2Sharp's types must not be touched before the library is known to load.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static RepositoryReaders OpenNative(RepositoryLayout layout, RepositoryConfig config, CheckedPacks packs, LooseObjects loose)
    {
        _ = Extensions.Value;
        LibGit2ReferenceReader references = LibGit2ReferenceReader.Open(layout, packs, loose);
        IObjectReader objects = new LibGit2ObjectReader(packs, loose);
        IReadOnlyDictionary<ObjectId, ObjectId> replacements = config.UsesReplacements ? ReplaceReferences.Read(references) : new Dictionary<ObjectId, ObjectId>();
        return new RepositoryReaders(
            GitReader.LibGit2,
            references,
            replacements.Count > 0 ? new ReplacingObjectReader(objects, replacements) : objects,
            replacements);
    }
}
