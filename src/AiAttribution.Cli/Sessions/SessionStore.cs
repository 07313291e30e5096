using System.Security.Cryptography;
using System.Text;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;
using AiAttribution.Git.Cache;

namespace AiAttribution.Cli.Sessions;

/// <summary>
/// The sessions of a home. A log is read again only when its size or time changed; when none changed, the overview is there as it was.
/// The index holds counts, names and paths, on this machine only; damaged or missing, it costs time and nothing else.
/// </summary>
/// <param name="home">Where the logs are.</param>
/// <param name="readers">Agents to read.</param>
/// <param name="indexFolder">Folder of the index, which nobody else may write; null to keep none.</param>
internal sealed class SessionStore(AgentHome home, IReadOnlyList<ISessionReader> readers, string? indexFolder)
{
    private static readonly OverviewCodec OverviewCodec = new();
    private static readonly ReadingsCodec ReadingsCodec = new();

    private readonly string? _folder = indexFolder is null ? null : PrivateFolder.Make(indexFolder);

    /// <summary>Folder of the index for a home, in the user's cache folder; null when it must not be used.</summary>
    public static string? DefaultFolder(AgentHome home) => PrivateFolder.OfUser("sessions", Sum(home.Directory)[..16]);

    /// <summary>Every session with all its responses, and what could not be read.</summary>
    public (IReadOnlyList<AgentSession> Sessions, IReadOnlyList<LogProblem> Problems) Sessions()
    {
        IReadOnlyList<LogReading> readings = Readings(LogScan.Find(home, readers));
        return (SessionMerger.Merge(CopilotStores.Richest(readings)), Problems(readings));
    }

    /// <summary>Every session in one line.</summary>
    public SessionOverview Overview(PriceTable prices)
    {
        SessionOverview overview = Known(prices);
        return overview with { Unread = UnreadPlaces.Of(home, readers, overview.Sessions) };
    }

    private SessionOverview Known(PriceTable prices)
    {
        IReadOnlyList<LogFile> files = LogScan.Find(home, readers);
        string key = Key(files, prices);
        string? path = PathOf("overview-" + string.Concat(readers.Select(reader => reader.GetType().Name[0])));
        if (path is not null && CacheFile.Read(path, OverviewCodec, key) is { } known)
            return known;
        IReadOnlyList<LogReading> readings = Readings(files);
        var overview = new SessionOverview(
            [.. SessionMerger.Merge(CopilotStores.Richest(readings)).Select(session => SessionSummary.Of(session, prices))],
            Problems(readings));
        if (path is not null)
            CacheFile.Write(path, OverviewCodec, overview, key);
        return overview;
    }

    private IReadOnlyList<LogProblem> Problems(IReadOnlyList<LogReading> readings) =>
        [.. readings.SelectMany(reading => reading.Problems.Select(sentence => new LogProblem(home.Printable(reading.File.Path), sentence)))];

    private IReadOnlyList<LogReading> Readings(IReadOnlyList<LogFile> files)
    {
        Dictionary<LogFile, LogReading> known = readers.SelectMany(Known).ToDictionary(reading => reading.File);
        IReadOnlyList<LogReading> readings = LogScan.Read(readers, files, known);
        foreach (IGrouping<string, LogReading> group in readings.GroupBy(reading => reading.File.Reader))
        {
            if (PathOf(group.Key) is { } path && (group.Any(reading => !known.ContainsKey(reading.File)) || group.Count() != known.Keys.Count(file => file.Reader == group.Key)))
                CacheFile.Write(path, ReadingsCodec, [.. group]);
        }

        if (_folder is not null)
            CacheFile.RemoveAbandoned(_folder);

        return readings;
    }

    private IEnumerable<LogReading> Known(ISessionReader reader) =>
        PathOf(reader.GetType().Name) is { } path ? CacheFile.Read(path, ReadingsCodec) ?? [] : [];

    private string? PathOf(string name) => _folder is null ? null : Path.Combine(_folder, name + CacheFile.Extension);

    private string Key(IReadOnlyList<LogFile> files, PriceTable prices)
    {
        var text = new StringBuilder();
        text.Append(prices.Version).Append('\n').AppendJoin(',', readers.Select(reader => reader.GetType().Name));
        foreach (LogFile file in files)
            text.Append('\n').Append(file.Reader).Append('\t').Append(file.Path).Append('\t').Append(file.Size).Append('\t').Append(file.Ticks);
        return Sum(text.ToString());
    }

    private static string Sum(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text))).ToLowerInvariant();
}
