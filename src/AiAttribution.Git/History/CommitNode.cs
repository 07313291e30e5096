using AiAttribution.Git.Objects;

namespace AiAttribution.Git.History;

/// <summary>What walks need of a commit.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Tree">Its tree.</param>
/// <param name="Parents">Parents that history goes on with: none at a shallow boundary.</param>
/// <param name="Time">Committer time, seconds since 1970.</param>
/// <param name="AuthorTime">Author time, seconds since 1970: kept when a commit is rebased, amended or cherry-picked.</param>
/// <param name="IsBoundary">True when a shallow clone cut its parents off.</param>
internal sealed record CommitNode(ObjectId Id, ObjectId Tree, ObjectId[] Parents, long Time, long AuthorTime, bool IsBoundary);
