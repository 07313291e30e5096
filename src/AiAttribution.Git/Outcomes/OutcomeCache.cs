using System.Security.Cryptography;
using System.Text;
using AiAttribution.Core.Deployments.Timeline;
using AiAttribution.Core.Outcomes.Normalised;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Text;
using AiAttribution.Git.Cache;
using AiAttribution.Git.Deployments;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;
using AiAttribution.Git.Scanning.Originals;

namespace AiAttribution.Git.Outcomes;

/// <summary>Weeks that were computed, and what else than commit, options and deployments they depend on.</summary>
/// <param name="Weeks">The weeks.</param>
/// <param name="References">References in which originals of squashes were looked for; null when none was needed.</param>
internal sealed record OutcomeHistory(IReadOnlyList<OutcomeWeek> Weeks, string? References);

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
    public static IReadOnlyList<OutcomeWeek> GetOrScan(GitRepository repository, string commit, ScanOptions options, AttributionPolicy policy, DeploymentHistory deployments, int count, Func<OutcomeHistory> scan)
    {
        CacheFolder folder = repository.Caches;
        if (ScanKey.OfResults(repository, commit, options with { Mode = AttributionMode.Meaning, Since = null }) is not { } key || folder.Path is not { } path)
            return scan().Weeks;
        string file = Path.Combine(path, $"outcomes-{Key(key, policy, deployments, count)}-{commit}{CacheFile.Extension}");
        if (CacheFile.Read(file, Codec) is { } cached && (cached.References is null || cached.References == OriginalReferences.Fingerprint(repository)))
            return cached.Weeks;
        OutcomeHistory history = scan();
        CacheFile.Write(file, Codec, history);
        folder.Trim();
        return history.Weeks;
    }

    public override void Write(CompactWriter writer, OutcomeHistory value)
    {
        writer.Text(value.References);
        writer.List(value.Weeks, week =>
        {
            writer.Number(week.Week);
            foreach (double figure in (double[])[week.Low, week.High, week.Ai, week.Other, week.Unknown])
                writer.Fixed(BitConverter.DoubleToUInt64Bits(figure));
            writer.Flag(week.IsAboveUsual);
        });
    }

    public override OutcomeHistory Read(CompactReader reader)
    {
        string? references = reader.Text();
        return new OutcomeHistory(reader.List(() => new OutcomeWeek((int)reader.Number(), Figure(reader), Figure(reader), Figure(reader), Figure(reader), Figure(reader), reader.Flag())), references);
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
