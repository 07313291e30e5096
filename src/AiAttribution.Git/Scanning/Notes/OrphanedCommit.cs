using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.Scanning.Notes;

/// <summary>A commit of which a note or a trace names lines, that is in the clone, and is not in the scanned history: something took its place, or it was never merged.</summary>
internal sealed record OrphanedCommit(ObjectId Id, CommitObject Commit)
{
    private const int MostNotes = 20_000;

    /// <summary>Orphans of a walk, in order of their ids.</summary>
    public static IReadOnlyList<OrphanedCommit> Find(GitRepository repository, NoteReader notes, WalkedCommit[] walk)
    {
        if (!notes.MayNameLines)
            return [];
        HashSet<ObjectId> reachable = [.. walk.Select(commit => commit.Node.Id)];
        return [.. notes.Annotated
            .Where(id => !reachable.Contains(id))
            .Order()
            .Take(MostNotes)
            .Select(id => Read(repository, id) is { } commit ? new OrphanedCommit(id, commit) : null)
            .OfType<OrphanedCommit>()
            .Where(orphan => notes.NamesLines(orphan.Id))];
    }

    private static CommitObject? Read(GitRepository repository, ObjectId id)
    {
        try
        {
            return repository.Graph.ReadWhole(id);
        }
        catch (RepositoryException)
        {
            // A note may annotate anything; what is no commit was not rewritten.
            return null;
        }
    }
}
