using AiAttribution.Core.Evidence.Notes;
using AiAttribution.Core.Lines.Diff;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning.Lines;
using AiAttribution.Git.Scanning.Walk;

namespace AiAttribution.Git.Scanning.Notes;

/// <summary>
/// Finds the notes of commits that were rebased, amended or cherry-picked: git keeps author and author time of such a commit, so the commit that took its place is known
/// as long as the old one is still in the clone. Lines of the note are followed into the new content; what changed on the way is dropped.
/// </summary>
internal sealed class RewrittenNotes(GitRepository repository, NoteReader notes)
{
    private readonly TextStore _texts = new(repository, LineEquality.Exact);

    /// <summary>Gives commits of the walk that have no note the note of the commit they took the place of.</summary>
    public void Adopt(WalkedCommit[] walk, IReadOnlyList<OrphanedCommit> orphans)
    {
        if (orphans.Count == 0)
            return;
        ILookup<long, WalkedCommit> byTime = walk.Where(commit => !commit.HasNote).ToLookup(commit => commit.Node.AuthorTime);
        foreach (OrphanedCommit old in orphans)
        {
            foreach (WalkedCommit commit in byTime[old.Commit.Author.Time].Where(commit => commit.Adopted is null && IsSameAuthor(commit, old.Commit)))
                commit.Adopted = Follow(notes.Read(old.Id), old.Commit.Tree, commit.Node.Tree);
        }
    }

    private bool IsSameAuthor(WalkedCommit commit, CommitObject old) =>
        repository.Graph.ReadWhole(commit.Node.Id) is { } now && now.Author == old.Author;

    private NoteContent? Follow(NoteContent content, ObjectId oldTree, ObjectId newTree)
    {
        var files = new Dictionary<string, IReadOnlyList<AttestedRange>>(StringComparer.Ordinal);
        foreach ((string path, IReadOnlyList<AttestedRange> ranges) in content.Files)
        {
            if (repository.Trees.Find(oldTree, path) is not { IsFile: true } old || repository.Trees.Find(newTree, path) is not { IsFile: true } now)
                continue;
            IReadOnlyList<AttestedRange> followed = old.Id == now.Id ? ranges : Follow(ranges, old.Id, now.Id);
            if (followed.Count > 0)
                files.Add(path, followed);
        }

        return files.Count > 0 || content.IsOpen ? new NoteContent(files) { IsCut = content.IsCut, Open = content.Open } : null;
    }

    private List<AttestedRange> Follow(IReadOnlyList<AttestedRange> ranges, ObjectId oldBlob, ObjectId newBlob)
    {
        if (_texts.Read(oldBlob) is not { } old || _texts.Read(newBlob) is not { } now)
            return [];
        int[] places = LinePlaces.Of(old, now);
        var followed = new List<AttestedRange>();
        foreach (AttestedRange range in ranges)
        {
            for (int line = range.First; line <= Math.Min(range.Last, old.Count); line++)
            {
                int place = places[line - 1] + 1;
                if (place == 0)
                    continue;
                if (followed.Count > 0 && followed[^1].Last == place - 1 && followed[^1].Ai == range.Ai)
                    followed[^1] = followed[^1] with { Last = place };
                else
                    followed.Add(new AttestedRange(place, place, range.Ai));
            }
        }

        return followed;
    }
}
