namespace AiAttribution.Git.Scanning;

/// <summary>How the files of a commit came to be: versions, and which were made from which.</summary>
/// <param name="Heads">Version of each attributed file of the scanned commit, by path.</param>
/// <param name="Ordered">All versions whose history was followed; a version stands before those it was made from.</param>
internal sealed record VersionGraph(IReadOnlyDictionary<string, FileVersion> Heads, IReadOnlyList<FileVersion> Ordered);
