using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Git.Cache;
using AiAttribution.Git.History;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.Sessions;

/// <summary>Adds allocations to the notes of commits. What a note holds stays; the same allocation is never added twice to a commit.</summary>
/// <param name="repository">The repository.</param>
internal sealed class NoteKeeper(GitRepository repository)
{
    /// <summary>Keeps other captures of this repository waiting until it is disposed, so that none allocates the same responses.</summary>
    public IDisposable Lock(CancellationToken cancel) =>
        CacheLock.Take(new CacheFolder(repository.CommonDirectory).Path is { } folder ? Path.Combine(folder, "capture.lock") : null, cancel);

    /// <summary>Adds allocations by full id of the commit, in one commit on the reference.</summary>
    /// <returns>Commits whose notes changed.</returns>
    /// <exception cref="RepositoryException">The repository cannot be written.</exception>
    public IReadOnlyList<string> Add(IReadOnlyDictionary<string, IReadOnlyList<Allocation>> allocations, string message)
    {
        SessionNotes notes = SessionNotes.Read(repository, SessionNote.Ref);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string commit, IReadOnlyList<Allocation> added) in allocations)
        {
            IReadOnlyList<Allocation> held = notes.ByCommit.GetValueOrDefault(commit) ?? [];
            if (added.Any(a => held.All(h => h.Id != a.Id)))
                texts[commit] = SessionNote.Write([.. held, .. Marked(commit, added)], notes.Unread.GetValueOrDefault(commit));
        }

        NotesWriter.Write(repository, SessionNote.Ref, texts, Newest(texts.Keys), message);
        return [.. texts.Keys.Order(StringComparer.Ordinal)];
    }

    /// <summary>Says in each record what its commit changed: a server that rebases or squashes it later copies no note, and clones may never see the original.</summary>
    private IEnumerable<Allocation> Marked(string commit, IReadOnlyList<Allocation> allocations)
    {
        if (!repository.Graph.TryRead(ObjectId.Parse(commit), out CommitNode? node) || node.Parents.Length != 1 || !repository.Graph.TryRead(node.Parents[0], out CommitNode? parent))
            return allocations;
        string? change = new ChangeIds(repository).Of(parent.Tree, node.Tree);
        return allocations.Select(a => a.Change is null ? a with { Change = change } : a);
    }

    /// <summary>Gives the notes of rewritten commits to the commits that replace them (amend, rebase, squash). Copies have the same ids, so nothing counts twice.</summary>
    /// <param name="rewritten">Old and new id of each commit, as git's post-rewrite hook is told.</param>
    /// <returns>Commits whose notes changed.</returns>
    /// <exception cref="RepositoryException">The repository cannot be written.</exception>
    public IReadOnlyList<string> Copy(IEnumerable<(string Old, string New)> rewritten)
    {
        SessionNotes notes = SessionNotes.Read(repository);
        return Add(
            rewritten.Where(pair => notes.ByCommit.ContainsKey(pair.Old))
                .GroupBy(pair => pair.New, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => SessionNote.Unite(g.SelectMany(pair => notes.ByCommit[pair.Old])), StringComparer.Ordinal),
            "Copy session records to rewritten commits");
    }

    /// <summary>
    /// Commits with a note that the history of <paramref name="head"/> lacks, and the commits of it that took their place without a hook: a server squashed, rebased or picked them.
    /// What has the records already is left out.
    /// </summary>
    public IReadOnlyList<(string Old, string New)> Replaced(string head)
    {
        SessionNotes notes = SessionNotes.Read(repository);
        return [.. ReplacedRecords.Find(repository, head, notes.ByCommit)
            .Where(pair => notes.ByCommit[pair.Old].Any(a => notes.ByCommit.GetValueOrDefault(pair.New, []).All(held => held.Id != a.Id)))];
    }

    /// <summary>Adds all notes of another reference, such as the fetched notes of another machine.</summary>
    /// <returns>Commits whose notes changed, and what could not be read.</returns>
    /// <exception cref="RepositoryException">The repository cannot be written.</exception>
    public (IReadOnlyList<string> Changed, IReadOnlyList<string> Problems) Merge(string reference)
    {
        SessionNotes other = SessionNotes.Read(repository, reference);
        return (Add(other.ByCommit, $"Merge session records of {reference}"), other.Problems);
    }

    /// <summary>Copies the records of the reference that held them before; that stays as it is.</summary>
    /// <returns>How many records the new reference lacked.</returns>
    /// <exception cref="RepositoryException">The repository cannot be written.</exception>
    public int CopyOld(bool dryRun)
    {
        IReadOnlyDictionary<string, IReadOnlyList<Allocation>> held = SessionNotes.Read(repository, SessionNote.Ref).ByCommit;
        SessionNotes old = SessionNotes.Read(repository, SessionNote.OldRef);
        int missing = old.ByCommit.Sum(note => note.Value.Count(a => held.GetValueOrDefault(note.Key, []).All(h => h.Id != a.Id)));
        if (missing > 0 && !dryRun)
            Add(old.ByCommit, $"Copy session records of {SessionNote.OldRef}");
        return missing;
    }

    /// <summary>Time of the newest of the commits that are here; notes may come before their commits.</summary>
    private DateTimeOffset Newest(IEnumerable<string> commits)
    {
        long time = 0;
        foreach (string commit in commits)
        {
            if (repository.Graph.TryRead(ObjectId.Parse(commit), out CommitNode? node))
                time = Math.Max(time, node.Time);
        }

        return CommitTimes.ToDate(time);
    }
}
