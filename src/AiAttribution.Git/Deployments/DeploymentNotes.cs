using AiAttribution.Core.Deployments;
using AiAttribution.Core.Deployments.Readers;
using AiAttribution.Git.History;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Sessions;

namespace AiAttribution.Git.Deployments;

/// <summary>Deployment records that are kept as git notes on the deployed commits, one record a line.</summary>
internal static class DeploymentNotes
{
    /// <summary>The reference.</summary>
    public const string Reference = "refs/notes/ai-attribution-deployments";

    private const int MostBytes = 1 << 20;

    /// <summary>Notes as files, in order of the annotated commits.</summary>
    public static IReadOnlyList<DeploymentFile> Read(GitRepository repository)
    {
        List<DeploymentFile> files = [];
        foreach ((ObjectId commit, IReadOnlyList<ObjectId> blobs) in NotesTree.Read(repository, Reference).OrderBy(n => n.Key))
        {
            string id = commit.ToHex(repository.Objects.IdLength);
            string? annotated = repository.Graph.TryRead(commit, out _) ? id : null;
            foreach (ObjectId blob in blobs)
            {
                byte[]? bytes = repository.Objects.Read(blob, MostBytes);
                files.Add(new DeploymentFile($"note of {id[..10]}", bytes) { Commit = annotated, Problem = bytes is null ? $"This note in {Reference} is missing or larger than {MostBytes >> 20} MiB and was not read." : null });
            }
        }

        return files;
    }

    /// <summary>Adds records to the notes on their commits and returns how many were not there yet. Records without a commit are left out.</summary>
    /// <exception cref="RepositoryException">The notes cannot be written.</exception>
    public static int Add(GitRepository repository, IEnumerable<DeploymentRecord> records)
    {
        IReadOnlyList<DeploymentFile> notes = Read(repository);
        DeploymentRecord[] present = [.. DeploymentReader.Read(notes).Records];
        var known = present.Select(r => (r.Source, r.SourceId)).ToHashSet();
        DeploymentRecord[] added = [.. records.Where(r => r.Commit is not null && known.Add((r.Source, r.SourceId)))];
        if (added.Length == 0)
            return 0;
        var commits = added.Select(r => r.Commit!).ToHashSet(StringComparer.Ordinal);
        if (notes.FirstOrDefault(n => n.Problem is not null && n.Commit is { } commit && commits.Contains(commit)) is { } unread)
            throw new RepositoryException(RepositoryProblem.Corrupt, $"the {unread.Name} in {Reference} cannot be read, and writing would lose it", $"git notes --ref={Reference} show COMMIT, and make it shorter");
        Dictionary<string, string> texts = present.Concat(added)
            .Where(r => r.Commit is not null && commits.Contains(r.Commit))
            .GroupBy(r => r.Commit!, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, DeploymentLine.Write, StringComparer.Ordinal);
        NotesWriter.Write(repository, Reference, texts, added.Max(r => r.Time) ?? DateTimeOffset.UnixEpoch, "Record deployments");
        return added.Length;
    }
}
