using AiAttribution.Git.Objects;

namespace AiAttribution.Git.Repositories;

/// <summary>The two readers of a repository.</summary>
/// <param name="Kind">What they go through.</param>
/// <param name="References">Reads references.</param>
/// <param name="Objects">Reads objects as they are stored or, where git does so itself, as they are replaced.</param>
/// <param name="Replacements">What <c>refs/replace</c> names.</param>
internal sealed record RepositoryReaders(
    GitReader Kind,
    IReferenceReader References,
    IObjectReader Objects,
    IReadOnlyDictionary<ObjectId, ObjectId> Replacements)
{
    /// <summary>Why the bundled libgit2 cannot be used on this machine; null when it can, whatever the repository.</summary>
    public RepositoryException? NativeProblem { get; init; }

    /// <summary>Whether the clone was made with a filter, so that some objects may never have come.</summary>
    public bool MayLackObjects { get; init; }
}
