using AiAttribution.Core.Evidence;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.Scanning.Notes;

/// <summary>
/// Finds the notes of commits that were squashed into one. The originals must be in the clone, and the change of consecutive ones must have the very patch id of one commit of the
/// history (<see cref="PatchId"/>); where two commits have it, or two branches that say different things, nothing is adopted.
/// </summary>
/// <remarks>Work is bounded: 2,000 branches of at most 200 commits, 4,000 ranges of them, and the 5,000 newest commits of the history that have no note.</remarks>
internal sealed class SquashedNotes(GitRepository repository, NoteReader notes, EvidenceClassifier classifier)
{
    private const int MostRanges = 4_000;
    private const int MostCommits = 5_000;

    private const long ClockSkew = 24 * 60 * 60;

    private readonly TreeComparer _comparer = new(repository.Trees);

    /// <summary>Gives commits of the walk that have no note the lines of the notes of the commits that they squashed.</summary>
    public void Adopt(WalkedCommit[] walk, IReadOnlyList<OrphanedCommit> orphans)
    {
        if (orphans.Count == 0)
            return;
        HashSet<ObjectId> annotated = [.. orphans.Select(orphan => orphan.Id)];
        List<SquashRange> ranges = [.. BranchCommits.Of(repository, walk, orphans).SelectMany(branch => branch.Ranges(commit => annotated.Contains(commit.Id))).Take(MostRanges)];
        if (ranges.Count == 0)
            return;
        using var patches = new PatchId(repository);
        ILookup<string, SquashRange> byPaths = ranges.ToLookup(range => Paths(Changes(range.Base.Tree, range.Tip.Tree)));
        var byPatch = new Dictionary<string, List<WalkedCommit>>(StringComparer.Ordinal);
        long oldest = ranges.Min(range => range.Tip.AuthorTime) - ClockSkew;
        foreach (WalkedCommit commit in walk.Where(commit => commit is { IsTold: false, Parents.Length: 1 } && commit.Node.Time >= oldest).Take(MostCommits))
        {
            List<TreeChange> changes = Changes(walk[commit.Parents[0]].Node.Tree, commit.Node.Tree);
            if (byPaths.Contains(Paths(changes)) && patches.Of(changes) is { } patch)
                Add(byPatch, patch, commit);
        }

        Adopt(byPaths, byPatch, patches);
    }

    private void Adopt(ILookup<string, SquashRange> byPaths, Dictionary<string, List<WalkedCommit>> byPatch, PatchId patches)
    {
        var found = new Dictionary<WalkedCommit, List<NoteContent>>();
        var lines = new SquashedLines(repository, notes, classifier);
        foreach (SquashRange range in byPaths.SelectMany(range => range))
        {
            if (patches.Of(Changes(range.Base.Tree, range.Tip.Tree)) is not { } patch || byPatch.GetValueOrDefault(patch) is not [{ } squash] || squash.Adopted is not null)
                continue;
            if (lines.Follow(range, squash.Node.Tree) is { } content)
                Add(found, squash, content);
        }

        foreach ((WalkedCommit squash, List<NoteContent> contents) in found)
        {
            if (contents.TrueForAll(contents[0].SaysTheSame))
                squash.Adopted = contents[0];
        }
    }

    private List<TreeChange> Changes(ObjectId old, ObjectId now)
    {
        var changes = new List<TreeChange>();
        _comparer.Compare(old, now, changes);
        return changes;
    }

    private static string Paths(List<TreeChange> changes) => string.Join('\0', changes.Select(change => change.Path));

    private static void Add<TKey, TValue>(Dictionary<TKey, List<TValue>> lists, TKey key, TValue value)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out List<TValue>? list))
            lists.Add(key, list = []);
        list.Add(value);
    }
}
