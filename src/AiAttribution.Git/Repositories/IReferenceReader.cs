using AiAttribution.Git.Objects;

namespace AiAttribution.Git.Repositories;

/// <summary>Reads references.</summary>
internal interface IReferenceReader : IDisposable
{
    /// <summary>Commit that a revision names; null when there is none.</summary>
    ObjectId? Resolve(string rev);

    /// <summary>Object that a full reference name points at, such as <c>refs/notes/ai</c>; null when there is none.</summary>
    ObjectId? Find(string name);

    /// <summary>Tips of the local branches.</summary>
    IEnumerable<ObjectId> Branches();

    /// <summary>Every tag with the commit it names.</summary>
    IEnumerable<(string Name, ObjectId Target)> Tags();

    /// <summary>Objects to be read in place of others: the references under <c>refs/replace</c>.</summary>
    IReadOnlyDictionary<ObjectId, ObjectId> Replacements();
}
