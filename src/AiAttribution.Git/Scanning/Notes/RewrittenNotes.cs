using AiAttribution.Core.Evidence;
using AiAttribution.Core.Evidence.Notes;
using AiAttribution.Core.Lines.Diff;
using AiAttribution.Git.History;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning.Lines;

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
        ILookup<long, WalkedCommit> byTime = walk.Where(commit => !commit.IsTold).ToLookup(commit => commit.Node.AuthorTime);
        foreach (OrphanedCommit old in orphans)
        {
            foreach (WalkedCommit commit in byTime[old.Commit.Author.Time].Where(commit => commit.Adopted is null && IsSameAuthor(commit, old.Commit)))
                commit.Adopted = Follow(notes.Read(old.Id), old, commit.Node.Tree);
        }
    }

    private bool IsSameAuthor(WalkedCommit commit, CommitObject old) =>
        repository.Graph.ReadWhole(commit.Node.Id) is { } now && now.Author == old.Author;

    private NoteContent? Follow(NoteContent content, OrphanedCommit old, ObjectId newTree)
    {
        var files = new Dictionary<string, IReadOnlyList<AttestedRange>>(StringComparer.Ordinal);
        foreach ((string path, IReadOnlyList<AttestedRange> ranges) in content.Files)
        {
            if (repository.Trees.Find(old.Commit.Tree, path) is not { IsFile: true } was || repository.Trees.Find(newTree, path) is not { IsFile: true } now)
                continue;
            IReadOnlyList<AttestedRange> named = ranges.Any(range => range.Ai?.Kind == EvidenceKind.FileShareNote) ? Added(ranges, old, path, was.Id) : ranges;
            IReadOnlyList<AttestedRange> followed = was.Id == now.Id ? named : Follow(named, was.Id, now.Id);
            if (followed.Count > 0)
                files.Add(path, followed);
        }

        return files.Count > 0 || content.IsOpen ? new NoteContent(files) { IsCut = content.IsCut, Open = content.Open } : null;
    }

    /// <summary>Of ranges that stand for all lines which a commit added to a file only these lines: what it had found there may be the new commit's own.</summary>
    private List<AttestedRange> Added(IReadOnlyList<AttestedRange> ranges, OrphanedCommit old, string path, ObjectId blob)
    {
        if (old.Commit.Parents.Length > 1 || _texts.Read(blob) is not { } now)
            return [];
        var kept = new bool[now.Count];
        if (old.Commit.Parents is [var id])
        {
            if (!repository.Graph.TryRead(id, out CommitNode? parent))
                return [];
            if (repository.Trees.Find(parent.Tree, path) is { IsFile: true } entry)
            {
                if (_texts.Read(entry.Id) is not { } before)
                    return [];
                foreach (int place in LinePlaces.Of(before, now).Where(place => place >= 0))
                    kept[place] = true;
            }
        }

        return Follow(ranges, now.Count, line => kept[line] ? -1 : line);
    }

    private List<AttestedRange> Follow(IReadOnlyList<AttestedRange> ranges, ObjectId oldBlob, ObjectId newBlob)
    {
        if (_texts.Read(oldBlob) is not { } old || _texts.Read(newBlob) is not { } now)
            return [];
        int[] places = LinePlaces.Of(old, now);
        return Follow(ranges, old.Count, line => places[line]);
    }

    /// <summary>Ranges at the new places of their lines.</summary>
    /// <param name="ranges">Ranges of the old text.</param>
    /// <param name="count">Number of its lines.</param>
    /// <param name="placeOf">New line of an old one, both 0-based; -1 for none.</param>
    private static List<AttestedRange> Follow(IReadOnlyList<AttestedRange> ranges, int count, Func<int, int> placeOf)
    {
        var followed = new List<AttestedRange>();
        foreach (AttestedRange range in ranges)
        {
            for (int line = range.First; line <= Math.Min(range.Last, count); line++)
            {
                int place = placeOf(line - 1) + 1;
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
