using AiAttribution.Git.Scanning;

namespace AiAttribution.Git.Cache;

/// <summary>Results of one set of options, a file for each commit: <c>KEY-COMMIT.cache</c>, or <c>.file</c> for those of single files.</summary>
internal sealed class ResultFiles
{
    private readonly string _folder;
    private readonly string _key;
    private readonly ScanCodec _codec;
    private readonly string _extension;
    private readonly HashSet<string> _commits;

    public ResultFiles(string folder, string key, ScanOptions options)
    {
        _folder = folder;
        _key = key;
        _codec = new ScanCodec(options);
        _extension = options.Include.Files is null ? CacheFile.Extension : CacheFolder.SingleExtension;
        _commits = [.. Directory.EnumerateFiles(folder, $"{key}-*{_extension}").Select(file => Path.GetFileNameWithoutExtension(file)[(key.Length + 1)..])];
    }

    public bool IsEmpty => _commits.Count == 0;

    public bool Has(string commit) => _commits.Contains(commit);

    public ScanResult? Read(string commit) => CacheFile.Read(PathOf(commit), _codec);

    public void Write(ScanResult result) => CacheFile.Write(PathOf(result.Attribution.Commit), _codec, result);

    private string PathOf(string commit) => Path.Combine(_folder, $"{_key}-{commit}{_extension}");
}
