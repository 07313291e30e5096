namespace AiAttribution.Git.Repositories;

/// <summary>A tag that names a commit, directly or through an annotated tag.</summary>
/// <param name="Name">Name without <c>refs/tags/</c>.</param>
/// <param name="Commit">Full id of the commit.</param>
/// <param name="Time">Commit time of that commit.</param>
internal sealed record TagReference(string Name, string Commit, DateTimeOffset Time);
