using AiAttribution.Git.Cache;
using AiAttribution.Git.History;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.Scanning;

/// <summary>The commit that brought this package to a repository: the earliest on the first-parent line whose tree refers to it.</summary>
/// <param name="Commit">Its full id; the commit that was asked for when the reference is not committed yet.</param>
/// <param name="IsCut">True when the oldest commit that is here has the reference already and a shallow clone cut off what came before, or a file that may have it is missing.</param>
internal sealed record Adoption(string Commit, bool IsCut)
{
    /// <summary>Finds it; null when no project refers to the package, because then only the tool is used.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="commit">Full id of the commit whose history is asked.</param>
    /// <param name="onDisk">Whether a reference counts that is in a file on disk and not committed.</param>
    /// <param name="useCache">Whether the answer may be read from and written to the repository's cache.</param>
    /// <exception cref="RepositoryException">History is damaged.</exception>
    public static Adoption? Find(GitRepository repository, string commit, bool onDisk, bool useCache)
    {
        CommitNode head = repository.Graph.Read(ObjectId.Parse(commit));
        if (!PackageReferences.AreIn(repository, head.Tree) && !(onDisk && PackageReferences.AreOnDisk(repository, commit)))
            return null;
        try
        {
            return repository.IsShallow || !useCache
                ? Of(repository, commit, Earliest(repository, Line(repository, head, null)))
                : AdoptionCache.GetOrFind(repository, commit, known => Find(repository, commit, head, known));
        }
        catch (RepositoryException problem) when (problem.Problem == RepositoryProblem.PartialClone)
        {
            return new Adoption(commit, true);
        }
    }

    private static Adoption Find(GitRepository repository, string commit, CommitNode head, KnownAdoption? known)
    {
        List<CommitNode> line = Line(repository, head, known is null ? null : ObjectId.Parse(known.Head));
        return known is not null && line[^1].Id == ObjectId.Parse(known.Head) ? new Adoption(known.Commit, false) : Of(repository, commit, Earliest(repository, line));
    }

    private static Adoption Of(GitRepository repository, string commit, CommitNode? earliest) =>
        new(earliest?.Id.ToHex(repository.Objects.IdLength) ?? commit, earliest?.IsBoundary == true);

    /// <summary>The first-parent line, newest first, down to <paramref name="end"/> or to where history begins.</summary>
    private static List<CommitNode> Line(GitRepository repository, CommitNode head, ObjectId? end)
    {
        List<CommitNode> line = [head];
        while (line[^1].Parents.Length > 0 && line[^1].Id != end)
            line.Add(repository.Graph.Read(line[^1].Parents[0]));
        return line;
    }

    /// <summary>The oldest commit of a line that refers to the package: the oldest one is read whole, of the others only what they changed.</summary>
    private static CommitNode? Earliest(GitRepository repository, List<CommitNode> line)
    {
        if (PackageReferences.AreIn(repository, line[^1].Tree))
            return line[^1];
        var comparer = new TreeComparer(repository.Trees);
        List<TreeChange> changes = [];
        for (int i = line.Count - 2; i >= 0; i--)
        {
            changes.Clear();
            comparer.Compare(line[i + 1].Tree, line[i].Tree, changes);
            if (changes.Exists(change => PackageReferences.IsIn(repository, change.Path, change.New)))
                return line[i];
        }

        return null;
    }
}
