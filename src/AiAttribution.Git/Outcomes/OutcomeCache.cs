using System.Security.Cryptography;
using System.Text;
using AiAttribution.Core.Deployments;
using AiAttribution.Core.Outcomes;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Text;
using AiAttribution.Git.Cache;
using AiAttribution.Git.Deployments;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;
using AiAttribution.Git.Scanning.Originals;

namespace AiAttribution.Git.Outcomes;

/// <summary>Weeks that were computed, and what else than commit, options and deployments they depend on.</summary>
/// <param name="Weeks">The weeks.</param>
/// <param name="References">References in which originals of squashes were looked for; null when none was needed.</param>
internal sealed record OutcomeHistory(IReadOnlyList<OutcomeWeek> Weeks, string? References)
{
    /// <summary>Day (<see cref="OutcomeDay"/>) on which each commit came to the main line since the first of the weeks, by full id.</summary>
    public IReadOnlyDictionary<string, int> Landed { get; init; } = new Dictionary<string, int>();

    /// <summary>The last day that is known: that of the commit or of the newest deployment, the later.</summary>
    public int Now { get; init; }

    /// <summary>Full ids of contents that were not in the clone.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];
}

/// <summary>Keeps weeks beside the results of scans: <c>outcomes-KEY-COMMIT.cache</c>.</summary>
internal sealed class OutcomeCache : CacheCodec<OutcomeHistory>
{
    private static readonly OutcomeCache Codec = new();

    /// <summary>The cached weeks, else what the scan gives.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="commit">Full id of the commit.</param>
    /// <param name="options">By which evidence.</param>
    /// <param name="policy">Which paths belong to which service.</param>
    /// <param name="deployments">What production ran.</param>
    /// <param name="count">How many weeks.</param>
    /// <param name="scan">Scans.</param>
    public static OutcomeHistory GetOrScan(GitRepository repository, string commit, ScanOptions options, AttributionPolicy policy, DeploymentHistory deployments, int count, Func<OutcomeHistory> scan)
    {
        CacheFolder folder = repository.Caches;
        if (ScanKey.OfResults(repository, commit, options with { Mode = AttributionMode.Meaning, Since = null }) is not { } key || folder.Path is not { } path)
            return scan();
        string file = Path.Combine(path, $"outcomes-{Key(key, policy, deployments, count)}-{commit}{CacheFile.Extension}");
        if (CacheFile.Read(file, Codec) is { } cached && !cached.Missing.Any(id => repository.Found.Has(ObjectId.Parse(id))) && (cached.References is null || cached.References == OriginalReferences.Fingerprint(repository)))
            return cached;
        OutcomeHistory history = scan();
        CacheFile.Write(file, Codec, history);
        folder.Trim();
        return history;
    }

    public override void Write(CompactWriter writer, OutcomeHistory value)
    {
        writer.Text(value.References);
        writer.List(value.Weeks, week =>
        {
            writer.Number(week.Week);
            Write(writer, week.Low, week.High, week.Ai, week.Other, week.Unknown);
            writer.Flag(week.IsAboveUsual);
            writer.List(week.Days, day => Write(writer, day.Low, day.High, day.Ai, day.Other, day.Unknown));
            writer.List(week.Lasting, cell =>
            {
                Write(writer, [.. cell.Days]);
                writer.List(cell.Texts, text => writer.Fixed(text));
            });
        });
        writer.List([.. value.Landed.OrderBy(l => l.Key, StringComparer.Ordinal)], landed =>
        {
            writer.Text(landed.Key);
            writer.Number(landed.Value);
        });
        writer.Number(value.Now);
        writer.List(value.Missing, writer.Unique);
    }

    public override OutcomeHistory Read(CompactReader reader)
    {
        string? references = reader.Text();
        IReadOnlyList<OutcomeWeek> weeks = reader.List(() => Week(reader));
        return new OutcomeHistory(weeks, references)
        {
            Landed = reader.List(() => (Commit: reader.Name(), Day: (int)reader.Number())).ToDictionary(l => l.Commit, l => l.Day, StringComparer.Ordinal),
            Now = (int)reader.Number(),
            Missing = reader.List(reader.Unique),
        };
    }

    private static OutcomeWeek Week(CompactReader reader) =>
        new((int)reader.Number(), Figure(reader), Figure(reader), Figure(reader), Figure(reader), Figure(reader), reader.Flag())
        {
            Days = reader.List(() => new OutcomeFigures(Figure(reader), Figure(reader), Figure(reader), Figure(reader), Figure(reader))),
            Lasting = reader.List(() => new LastingCell([.. Enumerable.Range(0, OutcomeDay.PerWeek).Select(_ => Figure(reader))], reader.List(reader.Fixed64))),
        };

    private static void Write(CompactWriter writer, params double[] figures)
    {
        foreach (double figure in figures)
            writer.Fixed(BitConverter.DoubleToUInt64Bits(figure));
    }

    private static double Figure(CompactReader reader) => BitConverter.UInt64BitsToDouble(reader.Fixed64());

    private static string Key(string results, AttributionPolicy policy, DeploymentHistory deployments, int count)
    {
        var text = new StringBuilder($"{results}\n{count}\n");
        foreach ((string service, IReadOnlyList<Glob> paths) in policy.Services.Services.OrderBy(s => s.Key, StringComparer.Ordinal))
            text.Append(service).Append('\0').AppendJoin('\0', paths.Select(p => p.Pattern)).Append('\n');
        foreach (Timeline timeline in deployments.Timelines)
        {
            text.Append(timeline.Service).Append('\0').Append(timeline.Environment).Append('\n');
            foreach (TimelineStep step in timeline.Steps)
                text.Append($"{step.Time.UtcTicks}\0{step.Kind}\0{step.Deployment.Commit}\0{step.Deployment.Name}\n");
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16].ToLowerInvariant();
    }
}
