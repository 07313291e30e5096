using AiAttribution.Git.Objects;

namespace AiAttribution.Git.Repositories;

/// <summary>Reads references.</summary>
internal interface IReferenceReader : IDisposable
{
    /// <summary>Commit that a revision names; null when there is none.</summary>
    ObjectId? Resolve(string rev);

    /// <summary>Object that a full reference name points at, such as <c>refs/notes/ai</c>; null when there is none.</summary>
    ObjectId? Find(string name);

    /// <summary>Every reference below a prefix such as <c>refs/tags/</c>, without that prefix, and the object it points at.</summary>
    IReadOnlyList<GitReference> List(string prefix);
}
