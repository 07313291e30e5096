using AiAttribution.Core.Lines;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Scanning;

namespace AiAttribution.Git.Cache;

/// <summary>What earlier scans left for this one: records of commits, and results at which the flow of lines can end.</summary>
internal sealed class EarlierScans
{
    private readonly ResultFiles? _results;
    private readonly RecordFile? _recordFile;
    private readonly Predicate<ScanResult> _isWhole;
    private readonly Dictionary<ObjectId, AttributionResult?> _read = [];
    private readonly Lazy<(IReadOnlyList<CommitRecord> Records, int Touched)> _before;
    private IReadOnlyList<CommitRecord>? _after;

    /// <param name="results">Results of other commits.</param>
    /// <param name="recordFile">Records of commits.</param>
    /// <param name="isWhole">Whether a result can still be used: what it could not read is not here yet.</param>
    public EarlierScans(ResultFiles? results, RecordFile? recordFile, Predicate<ScanResult> isWhole)
    {
        _results = results;
        _isWhole = isWhole;
        _recordFile = recordFile;
        _before = new(() => recordFile?.Read() is { } records ? (records, CountTouched(records)) : ([], 0));
    }

    /// <summary>There were none, or they must not be trusted.</summary>
    public static EarlierScans None => new(null, null, _ => true);

    /// <summary>Commit records, children before parents; read when they are asked for.</summary>
    public IReadOnlyList<CommitRecord> Records => _before.Value.Records;

    public bool HasResults => _results is { IsEmpty: false };

    /// <summary>Result of a commit; null when there is none.</summary>
    public AttributionResult? Result(ObjectId commit)
    {
        if (!HasResults || !_results!.Has(commit.ToHex(_recordFile!.IdLength)))
            return null;
        if (!_read.TryGetValue(commit, out AttributionResult? result))
            _read.Add(commit, result = _results.Read(commit.ToHex(_recordFile.IdLength)) is { } known && _isWhole(known) ? known.Attribution : null);
        return result;
    }

    public void Keep(IReadOnlyList<CommitRecord> records) => _after = records;

    /// <summary>Writes the records when there are new ones, or more is known of them.</summary>
    public void Save()
    {
        if (_after is not null && (!ReferenceEquals(Records, _after) || CountTouched(_after) != _before.Value.Touched))
            _recordFile?.Write(_after);
    }

    private static int CountTouched(IReadOnlyList<CommitRecord> records) => records.Count(record => record.Touched is not null);
}
