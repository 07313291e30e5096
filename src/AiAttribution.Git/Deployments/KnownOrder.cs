using AiAttribution.Core.Deployments;
using AiAttribution.Core.Text;
using AiAttribution.Git.Cache;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.Deployments;

/// <summary>Remembers which commits come before which, from one run to the next: as long as a clone overrides the same of its history that never changes. <c>KEY-order.cache</c>.</summary>
internal sealed class KnownOrder : ICommitOrder
{
    /// <summary>With more pairs than these it takes longer to read them than to walk.</summary>
    private const int MostPairs = 200_000;

    private static readonly Codec Kept = new();

    private readonly Lazy<ICommitOrder> _order;
    private readonly string? _file;
    private readonly Pairs _known;
    private bool _hasNew;

    /// <param name="repository">The repository.</param>
    /// <param name="order">Walks history; called when something is asked that is not known.</param>
    public KnownOrder(GitRepository repository, Func<ICommitOrder> order)
    {
        _order = new(order);
        if (repository.Caches.Path is { } folder)
            _file = Path.Combine(folder, $"{CacheFolder.Key(repository.Overrides.Fingerprint)}-order{CacheFile.Extension}");
        _known = (_file is null ? null : CacheFile.Read(_file, Kept)) ?? new Pairs([]);
    }

    private KnownOrder(KnownOrder known, Func<ICommitOrder> order) => (_order, _file, _known) = (new(order), known._file, known._known);

    /// <summary>What is known, with another walk for what is not.</summary>
    /// <param name="order">Walks history; called when something is asked that is not known.</param>
    public KnownOrder With(Func<ICommitOrder> order) => new(this, order);

    /// <inheritdoc/>
    public bool IsAncestor(string ancestor, string commit)
    {
        lock (_known)
        {
            if (_known.Answers.TryGetValue((ancestor, commit), out bool answer))
                return answer;
            _hasNew = true;
            return _known.Answers[(ancestor, commit)] = _order.Value.IsAncestor(ancestor, commit);
        }
    }

    /// <summary>Keeps what was found for later runs.</summary>
    public void Save()
    {
        lock (_known)
        {
            if (_hasNew && _file is not null && _known.Answers.Count <= MostPairs)
                CacheFile.Write(_file, Kept, _known);
            _hasNew = false;
        }
    }

    private sealed record Pairs(Dictionary<(string Ancestor, string Commit), bool> Answers);

    private sealed class Codec : CacheCodec<Pairs>
    {
        public override void Write(CompactWriter writer, Pairs value) => writer.List(value.Answers, pair =>
        {
            writer.Text(pair.Key.Ancestor);
            writer.Text(pair.Key.Commit);
            writer.Flag(pair.Value);
        });

        public override Pairs Read(CompactReader reader)
        {
            var known = new Pairs([]);
            foreach ((string ancestor, string commit, bool answer) in reader.List(() => (reader.Name(), reader.Name(), reader.Flag())))
                known.Answers[(ancestor, commit)] = answer;
            return known;
        }
    }
}
