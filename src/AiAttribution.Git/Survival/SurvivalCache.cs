using System.Text;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Trails.Survival;
using AiAttribution.Git.Caching;
using AiAttribution.Git.Scanning;
using AiAttribution.Git.Scanning.Walk;

namespace AiAttribution.Git.Survival;

/// <summary>Keeps the lives of lines beside the results of scans: <c>survival-KEY-COMMIT.cache</c>.</summary>
internal static class SurvivalCache
{
    private const int Version = 1;

    /// <summary>The cached history, else what the scan gives.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="commit">Full id of the commit.</param>
    /// <param name="options">How it is scanned.</param>
    /// <param name="scan">Scans; is given the records of commits that are known.</param>
    public static SurvivalHistory GetOrScan(GitRepository repository, string commit, ScanOptions options, Func<IReadOnlyList<CommitRecord>, SurvivalHistory> scan)
    {
        var folder = new CacheFolder(repository.CommonDirectory);
        if (ScanKey.OfResults(repository, commit, options with { Mode = AttributionMode.Meaning, Since = null }) is not { } key || folder.Path is not { } path)
            return scan([]);
        string file = Path.Combine(path, $"survival-{key}-{commit}{CacheFile.Extension}");
        if (CacheFile.Read(file) is { } bytes && Parse(bytes) is { } cached)
            return cached;
        SurvivalHistory history = scan(new RecordFile(path, ScanKey.OfRecords(repository, commit, options), repository.Objects.IdLength).Read() ?? []);
        CacheFile.Write(file, Write(history));
        folder.Trim();
        return history;
    }

    private static byte[] Write(SurvivalHistory history)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Version);
            writer.Write(history.Since?.ToUnixTimeSeconds() ?? long.MinValue);
            writer.Write(history.IsCut);
            writer.Write(history.Changes.Count);
            foreach (ChangeLife change in history.Changes)
                Write(writer, change);
        }

        return stream.ToArray();
    }

    private static void Write(BinaryWriter writer, ChangeLife change)
    {
        writer.Write(change.Commit);
        writer.Write(change.IsAi);
        writer.Write(change.Landed.ToUnixTimeSeconds());
        writer.Write(change.Lines);
        writer.Write(change.Deaths.Count);
        foreach (LineDeath death in change.Deaths)
        {
            writer.Write(death.Time.ToUnixTimeSeconds());
            writer.Write(death.Lines);
        }
    }

    private static SurvivalHistory? Parse(byte[] bytes)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
            if (reader.ReadInt32() != Version)
                return null;
            long since = reader.ReadInt64();
            bool isCut = reader.ReadBoolean();
            var changes = new ChangeLife[reader.ReadInt32()];
            for (int i = 0; i < changes.Length; i++)
                changes[i] = Read(reader);
            return new SurvivalHistory(since == long.MinValue ? null : DateTimeOffset.FromUnixTimeSeconds(since), isCut, changes);
        }
        catch (Exception problem) when (problem is IOException or FormatException or ArgumentException or OverflowException)
        {
            return null;
        }
    }

    private static ChangeLife Read(BinaryReader reader)
    {
        string commit = reader.ReadString();
        bool isAi = reader.ReadBoolean();
        DateTimeOffset landed = DateTimeOffset.FromUnixTimeSeconds(reader.ReadInt64());
        int lines = reader.ReadInt32();
        var deaths = new LineDeath[reader.ReadInt32()];
        for (int i = 0; i < deaths.Length; i++)
            deaths[i] = new LineDeath(DateTimeOffset.FromUnixTimeSeconds(reader.ReadInt64()), reader.ReadInt32());
        return new ChangeLife(commit, isAi, landed, lines, deaths);
    }
}
