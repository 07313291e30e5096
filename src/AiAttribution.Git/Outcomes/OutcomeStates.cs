using System.Security.Cryptography;
using System.Text;
using AiAttribution.Core.Deployments;
using AiAttribution.Git.Cache;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.Outcomes;

/// <summary>
/// Where a walk goes on from an earlier one: <c>states-WEEKS.cache</c>. It depends on the days that are looked at, on which paths ship, and on what the clone overrides of its history;
/// evidence is asked each time, and what production ran is read again when that is another.
/// </summary>
internal sealed class OutcomeStates
{
    private readonly GitRepository _repository;
    private readonly string? _file;
    private readonly string _key;
    private readonly int _since;
    private readonly OutcomeStateCodec _codec;

    /// <param name="repository">The repository.</param>
    /// <param name="weeks">How many weeks are asked for.</param>
    /// <param name="from">First day that is looked at.</param>
    /// <param name="since">First day that is asked for.</param>
    /// <param name="shipped">Which paths ship.</param>
    /// <param name="isKept">Whether anything may be kept.</param>
    public OutcomeStates(GitRepository repository, int weeks, int from, int since, ShippedPaths shipped, bool isKept)
    {
        _repository = repository;
        _since = since;
        _codec = new OutcomeStateCodec(since, repository.Objects.IdLength);
        _file = isKept && repository.Caches.Path is { } folder ? Path.Combine(folder, $"states-{weeks}{CacheFile.Extension}") : null;
        _key = _file is null ? "" : $"{from}|{since}|{repository.Overrides.Fingerprint}|{shipped.Fingerprint}";
    }

    /// <summary>What an earlier walk left, or nothing yet.</summary>
    public OutcomeState Read() =>
        _file is not null && CacheFile.Read(_file, _codec, _key) is { } known && !known.Missing.Any(_repository.Found.Has) ? known : OutcomeState.None(_since);

    /// <summary>Leaves something for the next walk.</summary>
    public void Write(OutcomeState state)
    {
        if (_file is not null)
            CacheFile.Write(_file, _codec, state, _key);
    }

    /// <summary>Names states of production.</summary>
    public static string KeyOf(IEnumerable<ProductionState> states)
    {
        var text = new StringBuilder();
        foreach (ProductionState state in states)
            text.Append(state.Day).Append('\0').Append(state.Slot).Append('\0').Append(state.Tree).Append('\n');
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}

/// <summary>Which paths the services of production bring.</summary>
internal sealed class ShippedPaths(ShippedCode code, ServiceMap map, IEnumerable<string> services)
{
    private readonly string[] _services = [.. services.Distinct(StringComparer.Ordinal)];
    private readonly Dictionary<(string Service, string Path), bool> _known = [];

    /// <summary>Names all that decides: equal ones decide alike.</summary>
    public string Fingerprint
    {
        get
        {
            var text = new StringBuilder();
            foreach (string service in _services.Order(StringComparer.Ordinal))
                text.Append(service).Append('\0').AppendJoin('\0', map.Services.GetValueOrDefault(service)?.Select(p => p.Pattern) ?? ["\u0001"]).Append('\n');
            code.Describe(text);
            return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
        }
    }

    /// <summary>Whether some service brings a path.</summary>
    public bool OfAny(string path) => Array.Exists(_services, service => Brings(service, path));

    /// <summary>The paths of a service.</summary>
    public Predicate<string> Of(string service) => path => Brings(service, path);

    private bool Brings(string service, string path)
    {
        if (!_known.TryGetValue((service, path), out bool brings))
            _known.Add((service, path), brings = code.Contains(path, map.Services.GetValueOrDefault(service)));
        return brings;
    }
}
