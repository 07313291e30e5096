using AiAttribution.Core.Deployments;
using AiAttribution.Core.Deployments.Formats;
using AiAttribution.Git.History;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Sessions;

namespace AiAttribution.Git.Deployments;

/// <summary>Deployment records that are kept as git notes on the deployed commits, one record a line.</summary>
internal static class DeploymentNotes
{
    /// <summary>The reference.</summary>
    public const string Reference = "refs/notes/aiattribution/deployments";

    /// <summary>The reference that held them before; it is read and never written.</summary>
    public const string OldReference = "refs/notes/ai-attribution-deployments";

    private const int MostBytes = 1 << 20;

    /// <summary>Whether a reference holds them.</summary>
    public static bool IsOurs(string reference) => reference is Reference or OldReference;

    /// <summary>Notes as files, in order of the annotated commits; a record counts once, also when both references have it.</summary>
    public static IReadOnlyList<DeploymentFile> Read(GitRepository repository) => [.. Read(repository, Reference), .. Read(repository, OldReference)];

    private static List<DeploymentFile> Read(GitRepository repository, string reference)
    {
        List<DeploymentFile> files = [];
        List<string> problems = [];
        foreach ((ObjectId commit, IReadOnlyList<ObjectId> blobs) in NotesTree.Read(repository, reference, problems).OrderBy(n => n.Key))
        {
            string id = commit.ToHex(repository.Objects.IdLength);
            string? annotated = repository.Graph.TryRead(commit, out _) ? id : null;
            foreach (ObjectId blob in blobs)
            {
                byte[]? bytes = repository.Found.Read(blob, MostBytes);
                files.Add(new DeploymentFile($"note of {id[..10]}", bytes) { Commit = annotated, Problem = bytes is null ? $"This note in {Reference} is missing or larger than {MostBytes >> 20} MiB and was not read." : null });
            }
        }

        files.AddRange(problems.Select(problem => new DeploymentFile("notes", null) { Problem = problem + "." }));
        return files;
    }

    /// <summary>Adds records to the notes on their commits and returns how many were not there yet. Records without a commit are left out.</summary>
    /// <exception cref="RepositoryException">The notes cannot be written.</exception>
    public static int Add(GitRepository repository, IEnumerable<DeploymentRecord> records) => Add(repository, records, Read(repository));

    /// <summary>Adds the records of another reference, such as the one that held them before, and returns how many were not there yet.</summary>
    /// <exception cref="RepositoryException">The notes cannot be written.</exception>
    public static int Copy(GitRepository repository, string from, bool dryRun) =>
        Add(repository, DeploymentReader.Read(Read(repository, from)).Records, Read(repository, Reference), dryRun);

    private static int Add(GitRepository repository, IEnumerable<DeploymentRecord> records, IReadOnlyList<DeploymentFile> held, bool dryRun = false)
    {
        IReadOnlyList<DeploymentFile> notes = Read(repository, Reference);
        DeploymentRecord[] present = [.. DeploymentReader.Read(notes).Records];
        var known = DeploymentReader.Read(held).Records.Select(r => (r.Source, r.SourceId)).ToHashSet();
        DeploymentRecord[] added = [.. records.Where(r => r.Commit is not null && known.Add((r.Source, r.SourceId)))];
        if (added.Length == 0 || dryRun)
            return added.Length;
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
