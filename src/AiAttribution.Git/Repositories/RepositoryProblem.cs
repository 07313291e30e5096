namespace AiAttribution.Git.Repositories;

/// <summary>Why a repository cannot be attributed.</summary>
internal enum RepositoryProblem
{
    /// <summary>No folder above the start is a git repository.</summary>
    NotARepository,

    /// <summary>The branch has no commit yet.</summary>
    NoCommits,

    /// <summary>The bundled libgit2 is not there for this platform or cannot be loaded, and there is no git on the PATH to read with instead.</summary>
    NativeLibrary,

    /// <summary>A partial clone: objects are missing, and attribution would be wrong without an error.</summary>
    PartialClone,

    /// <summary>A repository extension or object format that neither libgit2 nor the installed git knows.</summary>
    UnsupportedFormat,

    /// <summary>The repository belongs to another user, and git's <c>safe.directory</c> does not allow it.</summary>
    ForeignOwner,

    /// <summary>A revision that names no commit.</summary>
    BadRevision,

    /// <summary>An object that history refers to is missing or damaged.</summary>
    Corrupt,

    /// <summary>A tree that stands for more paths than are read.</summary>
    TooLarge,
}
