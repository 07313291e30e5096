namespace AiAttribution.Core.Deployments.Formats;

/// <summary>Outcome of reading deployment files.</summary>
/// <param name="Records">Records, oldest first, each source and id once; also those that only tell what was built.</param>
/// <param name="Unplaced">Deployments that lead to no commit. They are listed, not dropped.</param>
/// <param name="Problems">What could not be read.</param>
internal sealed record DeploymentReading(
    IReadOnlyList<DeploymentRecord> Records,
    IReadOnlyList<UnplacedDeployment> Unplaced,
    IReadOnlyList<DeploymentProblem> Problems);

/// <summary>A deployment that leads to no commit.</summary>
/// <param name="Source">Kind of the source.</param>
/// <param name="SourceId">Id within the source.</param>
/// <param name="Reason">Why, and what would place it: part of a sentence.</param>
internal sealed record UnplacedDeployment(string Source, string SourceId, string Reason);

/// <summary>Something wrong in a deployment file.</summary>
/// <param name="File">Name of the file as it was given.</param>
/// <param name="Line">Line, 1-based; 0 when it is about the whole file.</param>
/// <param name="Column">Column in characters, 1-based; 0 when it is about the whole file.</param>
/// <param name="Message">What is wrong and how to mend it.</param>
internal sealed record DeploymentProblem(string File, int Line, int Column, string Message);

/// <summary>A file to read.</summary>
/// <param name="Name">Name that problems carry.</param>
/// <param name="Bytes">Its content.</param>
internal sealed record DeploymentFile(string Name, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Commit for records that name none: the one that a git note annotates. Null for files.</summary>
    public string? Commit { get; init; }

    /// <summary>Why it could not be read, one sentence; null when it could.</summary>
    public string? Problem { get; init; }
}
