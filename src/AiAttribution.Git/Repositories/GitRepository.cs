using AiAttribution.Core.Deployments;
using AiAttribution.Git.Cache;
using AiAttribution.Git.History;
using AiAttribution.Git.Objects;

namespace AiAttribution.Git.Repositories;

/// <summary>A git repository, opened read-only. Methods may be called by several threads.</summary>
internal sealed class GitRepository : IDisposable
{
    internal GitRepository(RepositoryLayout layout, RepositoryReaders readers)
    {
        Layout = layout;
        Caches = new CacheFolder(layout.CommonDirectory);
        Reader = readers.Kind;
        NativeProblem = readers.NativeProblem;
        ReferenceReader = readers.References;
        Found = readers.Objects;
        Objects = readers.MayLackObjects ? new CompleteObjectReader(readers.Objects) : readers.Objects;
        Contents = new PastContents(readers.Objects, readers.MayLackObjects);
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

    /// <summary>Full id of the commit whose files at the root steer what is found, whatever lies on disk; null where those of the working tree do.</summary>
    public string? SteeredBy { get; set; }

    /// <summary>True when history was cut off by a shallow clone: lines that reach the boundary are unknown.</summary>
    public bool IsShallow => Overrides.Shallow.Count > 0;

    /// <summary>Whether the working tree leaves out files of the commit on purpose (<c>git sparse-checkout</c>).</summary>
    public bool IsSparse => RepositoryConfig.Read(Layout).IsSparse;

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

    /// <summary>The same for contents that files had: one that is missing costs the lines that need it.</summary>
    internal PastContents Contents { get; }

    internal IReferenceReader ReferenceReader { get; }

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
        ObjectId? commit = rev.Length > 0 ? ReferenceReader.Resolve(rev) : null;
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

    /// <summary>Names at the root of a commit that are no folders, in git's order.</summary>
    /// <param name="commit">Full id.</param>
    /// <param name="most">Most names that are given.</param>
    public IReadOnlyList<string> RootNames(string commit, int most)
    {
        var names = new List<string>();
        var cursor = new TreeCursor(Trees.Read(Graph.Read(ObjectId.Parse(commit)).Tree), Objects.IdLength);
        while (names.Count < most && cursor.MoveNext())
        {
            if (!cursor.Entry.IsFolder)
                names.Add(PathText.Decode(cursor.Name));
        }

        return names;
    }

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
    public DateTimeOffset CommitTime(string commit) => CommitTimes.ToDate(Graph.Read(ObjectId.Parse(commit)).Time);

    /// <summary>Author time of a commit, which it keeps when it is picked or rebased.</summary>
    public DateTimeOffset AuthorTime(string commit) => CommitTimes.ToDate(Graph.Read(ObjectId.Parse(commit)).AuthorTime);

    internal TreeEntry? FindEntry(string commit, string path) => Trees.Find(Graph.Read(ObjectId.Parse(commit)).Tree, path);

    /// <summary>Full id of the commit that a revision names; null when it names none.</summary>
    public string? FindCommit(string rev) => rev.Length > 0 ? ReferenceReader.Resolve(rev)?.ToHex(Objects.IdLength) : null;

    internal ObjectId? FindReference(string name) => ReferenceReader.Find(name);

    public void Dispose()
    {
        Objects.Dispose();
        ReferenceReader.Dispose();
    }

    private string ResolveHead()
    {
        if (ReferenceReader.Find("HEAD") is not { } head)
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
}
