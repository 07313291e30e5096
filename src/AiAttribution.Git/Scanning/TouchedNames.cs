using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.Scanning;

/// <summary>
/// Names, without folders, of the C# files that commits that matter have changed. Kept with the records of the commits, as hashes: a scan of one new commit compares no other trees.
/// A name that has another's hash costs a search in vain, no more.
/// </summary>
internal sealed class TouchedNames
{
    private const ulong OffsetBasis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    private readonly HashSet<ulong> _names = [];

    public TouchedNames(GitRepository repository, WalkedCommit[] walk)
    {
        var comparer = new TreeComparer(repository.Trees);
        foreach (WalkedCommit commit in walk.Where(commit => commit.Matters))
        {
            commit.Touched ??= Of(repository, comparer, commit, commit.Parents.Length > 0 ? walk[commit.Parents[0]] : null);
            _names.UnionWith(commit.Touched);
        }
    }

    public bool Contains(string path) => _names.Contains(Hash(path));

    private static ulong[] Of(GitRepository repository, TreeComparer comparer, WalkedCommit commit, WalkedCommit? parent)
    {
        var changes = new List<TreeChange>();
        if (parent is not null)
            comparer.Compare(parent.Node.Tree, commit.Node.Tree, changes);
        else
            repository.Trees.VisitFiles(commit.Node.Tree, (path, entry) => changes.Add(new TreeChange(path, default, entry)));
        return [.. changes.Where(change => PathFilter.CSharp.Matches(change.Path)).Select(change => Hash(change.Path)).Distinct()];
    }

    // FNV-1a over the characters of the name: the same in every process.
    private static ulong Hash(string path)
    {
        ulong hash = OffsetBasis;
        foreach (char c in path.AsSpan(path.LastIndexOf('/') + 1))
            hash = unchecked((hash ^ c) * Prime);
        return hash;
    }
}
