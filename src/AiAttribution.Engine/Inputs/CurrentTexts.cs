using AiAttribution.Git.Repositories;
using AiAttribution.Git.WorkingTree;

namespace AiAttribution.Engine.Inputs;

/// <summary>The texts that are judged: files on disk, those of a commit that need not be checked out, or those of the next commit.</summary>
/// <param name="repository">The repository.</param>
/// <param name="commit">Full id of the commit; null for the files on disk.</param>
/// <param name="staged">What the next commit has otherwise; null for nothing.</param>
internal sealed class CurrentTexts(GitRepository repository, string? commit, StagedFiles? staged = null)
{
    private readonly Dictionary<string, (byte[], DateTimeOffset)?> _measured = [];

    /// <summary>Whether they are the files on disk.</summary>
    public bool AreOnDisk => commit is null;

    /// <summary>Bytes of a file; null when it is not there, is a link, or too large.</summary>
    public byte[]? Read(string path) =>
        commit is { } id ? (staged is null ? repository.ReadFile(id, path, SourceFile.MostBytes) : staged.Text(id, path, SourceFile.MostBytes)) : RepositoryPaths.Full(repository, path) is { } full ? SourceFile.Read(full) : null;

    /// <summary>A file with the time from which on a report may tell of it; null when it is not there.</summary>
    /// <remarks>A commit does not say when a file was written: only where the disk has the same bytes is there such a time, else none is late enough.</remarks>
    public (byte[] Text, DateTimeOffset Written)? Measured(string path)
    {
        if (!_measured.TryGetValue(path, out (byte[], DateTimeOffset)? known))
            _measured[path] = known = Read(path) is { } bytes ? (bytes, Written(path, bytes)) : null;
        return known;
    }

    private DateTimeOffset Written(string path, byte[] bytes) =>
        RepositoryPaths.Full(repository, path) is { } full && SourceFile.Time(full) is { } time && (commit is null || (SourceFile.Read(full) is { } disk && bytes.AsSpan().SequenceEqual(disk)))
            ? time
            : DateTimeOffset.MaxValue;
}
