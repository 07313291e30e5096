using AiAttribution.Git.Objects;

namespace AiAttribution.Git.Repositories;

/// <summary>A reference and what it points at.</summary>
/// <param name="Name">Its name, in full or without the prefix that was asked for.</param>
/// <param name="Target">The object: a commit, an annotated tag, or whatever else somebody pushed there.</param>
internal sealed record GitReference(string Name, ObjectId Target);
