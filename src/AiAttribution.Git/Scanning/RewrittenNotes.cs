using AiAttribution.Core.Attribution.Diff;
using AiAttribution.Core.Evidence;
using AiAttribution.Git.Objects;

namespace AiAttribution.Git.Scanning;

/// <summary>
/// Finds the notes of commits that were rebased, amended or cherry-picked: git keeps author and author time of such a commit, so the commit that took its place is known
/// as long as the old one is still in the clone. Lines of the note are followed into the new content; what changed on the way is dropped.
/// </summary>
internal sealed class RewrittenNotes(GitRepository repository, NoteReader notes)
{
    private const int MostNotes = 20_000;

    private readonly TextStore _texts = new(repository, LineEquality.Exact);

    /// <summary>Gives commits of the walk that have no note the note of the commit they took the place of.</summary>
    public void Adopt(WalkedCommit[] walk)
    {
        if (notes.Count == 0)
            return;
        HashSet<ObjectId> reachable = [.. walk.Select(commit => commit.Node.Id)];
        ILookup<long, WalkedCommit> byTime = walk.Where(commit => !commit.HasNote).ToLookup(commit => commit.Node.AuthorTime);
        foreach (ObjectId id in notes.Annotated.Where(id => !reachable.Contains(id)).Order().Take(MostNotes))
        {
            if (Read(id) is not { } old)
                continue;
            foreach (WalkedCommit commit in byTime[old.Author.Time].Where(commit => commit.Adopted is null && IsSameAuthor(commit, old)))
                commit.Adopted = Follow(notes.Read(id), old.Tree, commit.Node.Tree);
        }
    }

    private CommitObject? Read(ObjectId id)
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

        return files.Count > 0 ? new NoteContent(files, []) : null;
    }

    private List<AttestedRange> Follow(IReadOnlyList<AttestedRange> ranges, ObjectId oldBlob, ObjectId newBlob)
    {
        if (_texts.Read(oldBlob) is not { } old || _texts.Read(newBlob) is not { } now)
            return [];
        int[] places = Places(old.Count, now.Count, LineDiff.Compare(old, now));
        var followed = new List<AttestedRange>();
        foreach (AttestedRange range in ranges)
        {
            for (int line = range.First; line <= Math.Min(range.Last, old.Count); line++)
            {
                int place = places[line - 1];
                if (place < 0)
                    continue;
                if (followed.Count > 0 && followed[^1].Last == place - 1 && followed[^1].Ai == range.Ai)
                    followed[^1] = followed[^1] with { Last = place };
                else
                    followed.Add(new AttestedRange(place, place, range.Ai));
            }
        }

        return followed;
    }

    /// <summary>1-based new line of each old one; -1 for lines that are gone.</summary>
    private static int[] Places(int oldCount, int newCount, IReadOnlyList<Hunk> hunks)
    {
        var places = new int[oldCount];
        Array.Fill(places, -1);
        int oldLine = 0;
        int newLine = 0;
        foreach (Hunk hunk in hunks.Append(new Hunk(oldCount, 0, newCount, 0)))
        {
            while (oldLine < hunk.OldStart)
                places[oldLine++] = ++newLine;
            oldLine = hunk.OldStart + hunk.OldCount;
            newLine = hunk.NewStart + hunk.NewCount;
        }

        return places;
    }
}
