using AiAttribution.Core.Lines;
using AiAttribution.Core.Members;
using AiAttribution.Engine.Repository;
using AiAttribution.Git.Cache;
using AiAttribution.Git.WorkingTree;

namespace AiAttribution.Engine.Project;

/// <summary>
/// Remembers the members of files by content, so that a build parses only what changed since the last one. Projects of one build share it, also from several threads.
/// </summary>
internal sealed class MemberStore
{
    private const long MostBytes = 32L << 20;

    private readonly object _gate = new();
    private readonly Dictionary<MemberKey, ReadOnlyMemory<byte>> _used = [];
    private readonly string? _path;
    private FoundMembers _found = FoundMembers.None;
    private bool _hasNew;

    private MemberStore(string? path)
    {
        _path = path;
        if (path is not null)
            _found = FoundMembers.Read(path);
    }

    /// <summary>What earlier builds of a clone have found.</summary>
    /// <param name="repository">The repository; without a history nothing is remembered beyond this object.</param>
    /// <param name="finder">Names what looks for members, by its versions: another one may find others.</param>
    public static MemberStore Open(CollectedRepository repository, string finder)
    {
        if (repository.History is not { } history || history.Repository.Caches.Path is not { } folder)
            return new MemberStore(null);
        string key = CacheFolder.Key($"{typeof(MemberStore).Module.ModuleVersionId}|{finder}");
        return new MemberStore(Path.Combine(folder, $"{key}-members{CacheFile.Extension}"));
    }

    /// <summary>A finder that asks the store first.</summary>
    /// <param name="symbols">Preprocessor symbols of the project.</param>
    /// <param name="finder">Makes what looks where the store knows nothing; called at most once, and then used by several threads.</param>
    public IMemberFinder Finder(string symbols, Func<IMemberFinder> finder) => new CachingMemberFinder(this, symbols, new Lazy<IMemberFinder>(finder));

    /// <summary>
    /// Looks through the files with AI lines below a folder, on all processors, if nobody has for this commit: in the build of a solution one process does it for all the others.
    /// </summary>
    /// <param name="history">What is known of the repository.</param>
    /// <param name="folder">Full path of the folder; the repository's root, or one outside, for all files.</param>
    /// <param name="finder">A finder of this store.</param>
    public void SearchAhead(CollectedHistory history, string folder, IMemberFinder finder)
    {
        string inside = RepositoryPaths.Relative(history.Repository, folder) is { } relative ? relative + "/" : "";
        string searched = $"{history.Scan.Attribution.Commit} {inside}";
        if (_path is null || _found.Searched == searched)
            return;
        using CacheLock held = CacheLock.Take(_path + ".lock", CancellationToken.None);
        lock (_gate)
            _found = FoundMembers.Read(_path);
        if (_found.Searched == searched)
            return;
        IEnumerable<string> paths = history.Scan.Attribution.Files.Values
            .Where(f => f.Path.StartsWith(inside, StringComparison.Ordinal) && f.Count(LineState.Ai) > 0 && !TestCode.HasTestFolder(f.Path))
            .Select(f => f.Path);
        Parallel.ForEach(paths, path => Search(history, path, finder));
        Write(searched);
    }

    /// <summary>Keeps what was found since the last call for later builds.</summary>
    public void Save()
    {
        if (!_hasNew || _path is null)
            return;
        using CacheLock held = CacheLock.Take(_path + ".lock", CancellationToken.None);
        FoundMembers meanwhile = FoundMembers.Read(_path);
        lock (_gate)
        {
            foreach ((MemberKey key, ReadOnlyMemory<byte> members) in meanwhile.ByText)
                _found.ByText.TryAdd(key, members);
        }

        Write(meanwhile.Searched);
    }

    internal IReadOnlyList<T>? Get<T>(MemberKey key, Packed<T> packed)
    {
        lock (_gate)
        {
            if (!_found.ByText.TryGetValue(key.Of(packed.Kind), out ReadOnlyMemory<byte> bytes))
                return null;
            _used[key.Of(packed.Kind)] = bytes;
            return packed.Unpack(bytes);
        }
    }

    internal void Add<T>(MemberKey key, Packed<T> packed, IReadOnlyList<T> found)
    {
        byte[] bytes = packed.Pack(found);
        lock (_gate)
        {
            _found.ByText[key.Of(packed.Kind)] = _used[key.Of(packed.Kind)] = bytes;
            _hasNew = true;
        }
    }

    private static void Search(CollectedHistory history, string path, IMemberFinder finder)
    {
        try
        {
            if (RepositoryPaths.Full(history.Repository, path) is { } file && !RepositoryPaths.LeadsOut(history.Repository, file) && history.Texts.Read(path) is { } bytes)
                finder.Find(path, SourceFile.Text(bytes));
        }
        catch (Exception)
        {
            // It may belong to no project of this build. The one that it belongs to meets the same trouble, and tells it.
        }
    }

    /// <summary>When there is too much of it, what this build did not need goes.</summary>
    private void Write(string searched)
    {
        lock (_gate)
        {
            bool isTooMuch = _found.ByText.Values.Sum(bytes => (long)bytes.Length) > MostBytes;
            _found = new FoundMembers(searched, isTooMuch ? new(_used) : _found.ByText);
            _found.Write(_path!);
            _hasNew = false;
        }
    }
}

/// <summary>Looks into the store before it parses.</summary>
internal sealed class CachingMemberFinder(MemberStore store, string symbols, Lazy<IMemberFinder> finder) : IMemberFinder
{
    private Asked? _last;

    /// <inheritdoc/>
    public IReadOnlyList<Member> Find(string path, string text) => Find(path, text, PackedMembers.Members, finder => finder.Find(path, text));

    /// <inheritdoc/>
    public IReadOnlyList<Suppression> FindSuppressions(string path, string text) => Find(path, text, PackedMembers.Suppressions, finder => finder.FindSuppressions(path, text));

    /// <inheritdoc/>
    public IReadOnlyList<UnsearchedLines> FindUnsearched(string path, string text) => Find(path, text, PackedMembers.Unsearched, finder => finder.FindUnsearched(path, text));

    private IReadOnlyList<T> Find<T>(string path, string text, Packed<T> packed, Func<IMemberFinder, IReadOnlyList<T>> find)
    {
        MemberKey key = KeyOf(path, text);
        if (store.Get(key, packed) is { } known)
            return known;
        IReadOnlyList<T> found = find(finder.Value);
        store.Add(key, packed, found);
        return found;
    }

    /// <summary>One text is asked for more than one thing in a row.</summary>
    private MemberKey KeyOf(string path, string text)
    {
        Asked? last = Volatile.Read(ref _last);
        if (last is null || !ReferenceEquals(last.Text, text) || last.Path != path)
            Volatile.Write(ref _last, last = new Asked(path, text, MemberKey.Of(path, symbols, text)));
        return last.Key;
    }

    private sealed record Asked(string Path, string Text, MemberKey Key);
}
