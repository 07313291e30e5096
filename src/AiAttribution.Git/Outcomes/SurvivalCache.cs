using AiAttribution.Core.Outcomes;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Text;
using AiAttribution.Git.Cache;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;
using AiAttribution.Git.Scanning.Originals;

namespace AiAttribution.Git.Outcomes;

/// <summary>Keeps the lives of lines beside the results of scans: <c>survival-KEY-COMMIT.cache</c>.</summary>
internal sealed class SurvivalCache : CacheCodec<SurvivalHistory>
{
    private static readonly SurvivalCache Codec = new();

    /// <summary>The cached history, else what the scan gives.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="commit">Full id of the commit.</param>
    /// <param name="options">How it is scanned.</param>
    /// <param name="scan">Scans; is given the records of commits that are known.</param>
    public static SurvivalHistory GetOrScan(GitRepository repository, string commit, ScanOptions options, Func<IReadOnlyList<CommitRecord>, SurvivalHistory> scan)
    {
        CacheFolder folder = repository.Caches;
        if (ScanKey.OfResults(repository, commit, options with { Mode = AttributionMode.Meaning, Since = null }) is not { } key || folder.Path is not { } path)
            return scan([]);
        string file = Path.Combine(path, $"survival-{key}-{commit}{CacheFile.Extension}");
        if (CacheFile.Read(file, Codec) is { } cached && (cached.References is null || cached.References == OriginalReferences.Fingerprint(repository)))
            return cached;
        SurvivalHistory history = scan(new RecordFile(path, ScanKey.OfRecords(repository, commit, options), repository.Objects.IdLength).Read() ?? []);
        CacheFile.Write(file, Codec, history);
        folder.Trim();
        return history;
    }

    public override void Write(CompactWriter writer, SurvivalHistory value)
    {
        writer.Time(value.Since);
        writer.Flag(value.IsCut);
        writer.Text(value.References);
        writer.Number(value.Repeated);
        writer.List(value.Changes, change =>
        {
            writer.Text(change.Commit);
            writer.Flag(change.IsAi);
            writer.Time(change.Landed);
            writer.Number(change.Lines);
            writer.List(change.Deaths, death =>
            {
                writer.Time(death.Time);
                writer.Number(death.Lines);
            });
        });
    }

    public override SurvivalHistory Read(CompactReader reader)
    {
        DateTimeOffset? since = reader.Time();
        bool isCut = reader.Flag();
        string? references = reader.Text();
        int repeated = reader.Count();
        return new SurvivalHistory(since, isCut, reader.List(() => new ChangeLife(reader.Name(), reader.Flag(), Moment(reader), reader.Count(), reader.List(() => new LineDeath(Moment(reader), reader.Count())))))
        {
            References = references,
            Repeated = repeated,
        };
    }

    private static DateTimeOffset Moment(CompactReader reader) => reader.Time() ?? throw new InvalidDataException("a time is missing");
}
