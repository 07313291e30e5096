using AiAttribution.Git.Scanning;

namespace AiAttribution.Git.Cache;

/// <summary>Commit records of a clone in one file, <c>KEY-commits.cache</c>.</summary>
internal sealed class RecordFile(string folder, string key, int idLength)
{
    private readonly string _path = Path.Combine(folder, $"{key}-commits{CacheFile.Extension}");
    private readonly RecordCodec _codec = new(idLength);

    /// <summary>Bytes of an id.</summary>
    public int IdLength => idLength;

    /// <summary>All records; null when there is no file or it is damaged.</summary>
    public IReadOnlyList<CommitRecord>? Read() => CacheFile.Read(_path, _codec);

    public void Write(IReadOnlyList<CommitRecord> records) => CacheFile.Write(_path, _codec, records);
}
