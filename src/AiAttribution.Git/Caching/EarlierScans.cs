using AiAttribution.Core.Attribution;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Scanning.Walk;

namespace AiAttribution.Git.Caching;

/// <summary>What earlier scans left for this one: records of commits, and results at which the flow of lines can end.</summary>
internal sealed class EarlierScans
{
    private readonly ResultFiles? _results;
    private readonly RecordFile? _recordFile;
    private readonly Dictionary<ObjectId, AttributionResult?> _read = [];
    private readonly IReadOnlyList<CommitRecord> _before = [];
    private readonly int _touched;
    private IReadOnlyList<CommitRecord> _after = [];

    public EarlierScans(ResultFiles? results, RecordFile? recordFile)
    {
        _results = results;
        _recordFile = recordFile;
        _before = recordFile?.Read() ?? [];
        _after = _before;
        _touched = CountTouched(_before);
    }

    /// <summary>There were none, or they must not be trusted.</summary>
    public static EarlierScans None => new(null, null);

    /// <summary>Commit records, children before parents.</summary>
    public IReadOnlyList<CommitRecord> Records => _before;

    public bool HasResults => _results is { IsEmpty: false };

    /// <summary>Result of a commit; null when there is none.</summary>
    public AttributionResult? Result(ObjectId commit)
    {
        if (!HasResults || !_results!.Has(commit.ToHex(_recordFile!.IdLength)))
            return null;
        if (!_read.TryGetValue(commit, out AttributionResult? result))
            _read.Add(commit, result = _results.Read(commit.ToHex(_recordFile.IdLength))?.Attribution);
        return result;
    }

    public void Keep(IReadOnlyList<CommitRecord> records) => _after = records;

    /// <summary>Writes the records when there are new ones, or more is known of them.</summary>
    public void Save()
    {
        if (!ReferenceEquals(_before, _after) || CountTouched(_after) != _touched)
            _recordFile?.Write(_after);
    }

    private static int CountTouched(IReadOnlyList<CommitRecord> records) => records.Count(record => record.Touched is not null);
}
