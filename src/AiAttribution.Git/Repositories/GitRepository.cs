using AiAttribution.Core.Deployments.Timeline;
using AiAttribution.Core.Text;
using AiAttribution.Git.Cache;
using AiAttribution.Git.History;
using AiAttribution.Git.Objects;

namespace AiAttribution.Git.Repositories;

/// <summary>A git repository, opened read-only. Methods may be called by several threads.</summary>
internal sealed class GitRepository : IDisposable
{
    private const string TagPrefix = "refs/tags/";
    private const string BranchPrefix = "refs/heads/";

    private readonly IReferenceReader _references;

    internal GitRepository(RepositoryLayout layout, RepositoryReaders readers)
    {
        Layout = layout;
        Caches = new CacheFolder(layout.CommonDirectory);
        Reader = readers.Kind;
        NativeProblem = readers.NativeProblem;
        _references = readers.References;
        Found = readers.Objects;
        Objects = readers.MayLackObjects ? new CompleteObjectReader(readers.Objects) : readers.Objects;
        Trees = new TreeStore(Objects);
        Overrides = HistoryOverrides.Read(layout, readers.Replacements);
        Graph = new CommitGraph(readers.Objects, Overrides);
    }

    /// <summary>The git directory of this working tree.</summary>
    public string GitDirectory => Layout.GitDirectory;

    /// <summary>The git directory that linked working trees share; else the same as <see cref="GitDirectory"/>.</summary>
    public string CommonDirectory => Layout.CommonDirectory;

    /// <summary>Root of the working tree with a separator at its end; null when bare.</summary>
    public string? WorkingDirectory => Layout.WorkingDirectory;

    /// <summary>True when history was cut off by a shallow clone: lines that reach the boundary are unknown.</summary>
    public bool IsShallow => Overrides.Shallow.Count > 0;

    /// <summary>What the repository is read through, in words.</summary>
    public string ReaderName => Reader == GitReader.LibGit2 ? $"libgit2 {BundledLibGit2.Version()}" : "the git command";

    internal GitReader Reader { get; }

    /// <summary>Why the bundled libgit2 cannot be used on this machine, so that the slower git command reads instead; null when it can.</summary>
    public RepositoryException? NativeProblem { get; }

    /// <summary>Names of the remotes, <c>origin</c> first; nothing is asked of them.</summary>
    public IReadOnlyList<string> Remotes => RepositoryConfig.Read(Layout).Remotes;

    internal RepositoryLayout Layout { get; }

    /// <summary>What is read of it must be here, or there is no answer.</summary>
    internal IObjectReader Objects { get; }

    /// <summary>The same for objects that may be missing, such as notes on commits that were never fetched.</summary>
    internal IObjectReader Found { get; }

    /// <summary>Where is kept what can be computed again.</summary>
    internal CacheFolder Caches { get; set; }

    internal TreeStore Trees { get; }
    internal HistoryOverrides Overrides { get; }
    internal CommitGraph Graph { get; }

    /// <summary>Opens the repository of a folder, searching upward.</summary>
    /// <param name="startDirectory">Any folder of the working tree, or a bare repository.</param>
    /// <exception cref="RepositoryException">There is none, or it cannot be read without the risk of a wrong answer.</exception>
    public static GitRepository Open(string startDirectory) => Open(startDirectory, GitReader.Automatic);

    internal static GitRepository Open(string startDirectory, GitReader reader)
    {
        RepositoryLayout layout = ReadGuard.Run("the git directory", () => RepositoryElsewhere.Find(startDirectory))
            ?? throw RepositoryGuard.NotARepository(startDirectory);
        return ReadGuard.Run("the repository", () => new GitRepository(layout, ReaderChoice.Open(layout, reader)));
    }

    /// <summary>Full id of the commit that a revision names: HEAD, a branch, a tag or an id.</summary>
    /// <exception cref="RepositoryException">It names none (<see cref="RepositoryProblem.BadRevision"/>), or the branch is unborn (<see cref="RepositoryProblem.NoCommits"/>).</exception>
    public string ResolveCommit(string rev)
    {
        if (rev == "HEAD")
            return ResolveHead();
        ObjectId? commit = rev.Length > 0 ? _references.Resolve(rev) : null;
        return commit?.ToHex(Objects.IdLength) ?? throw RepositoryGuard.NoCommit(rev, Remotes);
    }

    /// <summary>Bytes of a file in a commit; null when it is not there or larger than <paramref name="maxBytes"/>.</summary>
    public byte[]? ReadFile(string commit, string path, int maxBytes) =>
        FindEntry(commit, path) is { IsFile: true } entry ? Objects.Read(entry.Id, maxBytes) : null;

    /// <summary>Paths of the regular files of a commit, in git's order.</summary>
    public IReadOnlyList<string> ListFiles(string commit)
    {
        var files = new List<string>();
        Trees.VisitFiles(Graph.Read(ObjectId.Parse(commit)).Tree, (path, entry) =>
        {
            if (entry.IsFile)
                files.Add(path);
        });
        return files;
    }

    /// <summary>Tags that name a commit, ordered by name.</summary>
    public IReadOnlyList<TagReference> Tags() =>
        [.. _references.List(TagPrefix)
            .Select(tag => TagTarget.Commit(Found, tag.Target) is { } commit ? Named(tag.Name, commit) : null)
            .OfType<TagReference>()
            .OrderBy(tag => tag.Name, StringComparer.Ordinal)];

    /// <summary>Branches, those of remotes without the remote's name; the local one where both have it. Ordered by name.</summary>
    public IReadOnlyList<TagReference> Branches() =>
        [.. _references.List("refs/heads/")
            .Concat(_references.List("refs/remotes/").Select(branch => branch with { Name = branch.Name[(branch.Name.IndexOf('/', StringComparison.Ordinal) + 1)..] }))
            .Where(branch => branch.Name != "HEAD" && Graph.TryRead(branch.Target, out _))
            .DistinctBy(branch => branch.Name, StringComparer.Ordinal)
            .Select(branch => Named(branch.Name, branch.Target))
            .OrderBy(branch => branch.Name, StringComparer.Ordinal)];

    /// <summary>For each commit the index of the first container whose history has it; commits that none has are left out.</summary>
    /// <param name="commits">Full ids.</param>
    /// <param name="containers">Full ids, the ones to be preferred first.</param>
    public IReadOnlyDictionary<string, int> FirstContaining(IReadOnlyCollection<string> commits, IReadOnlyList<string> containers) =>
        Containment.First(Graph, commits, containers);

    /// <summary>Which of the containers have which of the commits in their history: exact for every pair, by one walk.</summary>
    /// <param name="containers">Full ids; those that are not here contain nothing.</param>
    /// <param name="commits">Full ids that will be asked for; containers may be asked for, too.</param>
    public ICommitOrder CommitOrder(IEnumerable<string> containers, IEnumerable<string> commits) => ContainmentMatrix.Of(Graph, containers, commits);

    /// <summary>Committer time of a commit.</summary>
    public DateTimeOffset CommitTime(string commit) => Time(Graph.Read(ObjectId.Parse(commit)));

    /// <summary>Author time of a commit, which it keeps when it is picked or rebased.</summary>
    public DateTimeOffset AuthorTime(string commit) => CommitTimes.ToDate(Graph.Read(ObjectId.Parse(commit)).AuthorTime);

    internal TreeEntry? FindEntry(string commit, string path) => Trees.Find(Graph.Read(ObjectId.Parse(commit)).Tree, path);

    /// <summary>Full id of the commit that a revision names; null when it names none.</summary>
    public string? FindCommit(string rev) => _references.Resolve(rev)?.ToHex(Objects.IdLength);

    internal ObjectId? FindReference(string name) => _references.Find(name);

    /// <summary>What all branches point at, those of remotes included; what is not here is among them.</summary>
    internal IEnumerable<ObjectId> BranchTips() => _references.List(BranchPrefix).Concat(_references.List("refs/remotes/")).Select(branch => branch.Target).Distinct();

    /// <summary>References whose full names match a pattern in which <c>*</c> stands for anything, in the order of names.</summary>
    internal IReadOnlyList<GitReference> References(string pattern)
    {
        int star = pattern.IndexOf('*', StringComparison.Ordinal);
        string prefix = pattern[..(pattern.LastIndexOf('/', star < 0 ? pattern.Length - 1 : star) + 1)];
        Glob names = Glob.ForNames(pattern);
        return [.. _references.List(prefix)
            .Select(reference => reference with { Name = prefix + reference.Name })
            .Where(reference => names.Matches(reference.Name))
            .OrderBy(reference => reference.Name, StringComparer.Ordinal)];
    }

    /// <summary>Tips of all local branches, and HEAD.</summary>
    internal IReadOnlyList<ObjectId> Tips() => Tips([BranchPrefix]);

    /// <summary>Tips of all branches, those of remotes and of pull requests where they were fetched too.</summary>
    internal IReadOnlyList<ObjectId> AllTips() => Tips([BranchPrefix, "refs/remotes/", "refs/pull/"]);

    public void Dispose()
    {
        Objects.Dispose();
        _references.Dispose();
    }

    private IReadOnlyList<ObjectId> Tips(IEnumerable<string> prefixes) =>
        [.. prefixes.SelectMany(_references.List)
            .Select(branch => branch.Target)
            .Append(_references.Find("HEAD") ?? default)
            .Distinct()
            .Where(id => !id.IsNull && Graph.TryRead(id, out _))];

    private string ResolveHead()
    {
        if (_references.Find("HEAD") is not { } head)
            throw IsUnborn() ? new RepositoryException(RepositoryProblem.NoCommits, "the repository has no commit yet", "git commit") : new RepositoryException(RepositoryProblem.Corrupt, "HEAD, or the reference that it names, cannot be read", "git fsck");
        return Graph.TryRead(head, out _)
            ? head.ToHex(Objects.IdLength)
            : throw new RepositoryException(RepositoryProblem.Corrupt, "the commit that is checked out is missing", "git fsck, or fetch the history again");
    }

    /// <summary>Whether HEAD names a branch that is not there yet, and not one that is damaged.</summary>
    private bool IsUnborn() => ReadGuard.Run("HEAD", () =>
    {
        string name = File.ReadAllText(Path.Combine(GitDirectory, "HEAD")).Trim().Split(':')[^1].Trim();
        return name.StartsWith("refs/", StringComparison.Ordinal) && !name.Contains("..", StringComparison.Ordinal) && !File.Exists(Path.Combine(CommonDirectory, name));
    });

    private TagReference Named(string name, ObjectId commit) => new(name, commit.ToHex(Objects.IdLength), Time(Graph.Read(commit)));

    private static DateTimeOffset Time(CommitNode node) => CommitTimes.ToDate(node.Time);
}
