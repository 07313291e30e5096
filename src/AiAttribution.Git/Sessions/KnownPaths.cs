using AiAttribution.Core.Text;
using AiAttribution.Git.Cache;
using AiAttribution.Git.History;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.Sessions;

/// <summary>The hash of the paths that each commit changes, kept from one build to the next: a commit never changes others.</summary>
internal sealed class KnownPaths
{
    private const int MostCommits = 100_000;

    private readonly GitRepository _repository;
    private readonly ChangeIds _changes;
    private readonly string? _file;
    private readonly Dictionary<string, string> _known;
    private bool _grown;

    /// <param name="repository">The repository.</param>
    /// <param name="changes">What is asked where nothing is known.</param>
    /// <param name="useCache">Whether a file may be read and written.</param>
    public KnownPaths(GitRepository repository, ChangeIds changes, bool useCache)
    {
        _repository = repository;
        _changes = changes;
        string overrides = CacheFolder.Key(repository.Overrides.Fingerprint);
        _file = useCache && repository.Caches.Path is { } folder ? Path.Combine(folder, $"paths-{overrides}{CacheFile.Extension}") : null;
        _known = (_file is null ? null : CacheFile.Read(_file, new Codec())) ?? new(StringComparer.Ordinal);
    }

    /// <summary>Hash of the paths that a commit changes against its only parent; null when it changes nothing.</summary>
    public string? Of(CommitNode node)
    {
        string id = node.Id.ToHex(_repository.Objects.IdLength);
        if (!_known.TryGetValue(id, out string? paths))
        {
            _known.Add(id, paths = _changes.Paths(_repository.Graph.Read(node.Parents[0]).Tree, node.Tree) ?? "");
            _grown = true;
        }

        return paths.Length == 0 ? null : paths;
    }

    public void Save()
    {
        if (_grown && _file is not null)
            CacheFile.Write(_file, new Codec(), _known);
    }

    private sealed class Codec : CacheCodec<Dictionary<string, string>>
    {
        public override void Write(CompactWriter writer, Dictionary<string, string> value) =>
            writer.List([.. value.OrderBy(k => k.Key, StringComparer.Ordinal).Take(MostCommits)], known =>
            {
                writer.Unique(known.Key);
                writer.Text(known.Value);
            });

        public override Dictionary<string, string> Read(CompactReader reader)
        {
            var paths = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach ((string commit, string hash) in reader.List(() => (reader.Unique(), reader.Name())))
                paths[commit] = hash;
            return paths;
        }
    }
}
