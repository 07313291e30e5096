using System.Text.Json;
using AiAttribution.Core.Evidence.Catalogue;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Sessions.Recorded;

/// <summary>The token counters of Claude Code and Gemini CLI. Their points are put together over all files, because a counter may tell its sum anew in each.</summary>
internal sealed class OtlpMetrics
{
    private static readonly Dictionary<string, string> Agents = new(StringComparer.Ordinal)
    {
        ["claude_code.token.usage"] = "claude-code",
        ["gemini_cli.token.usage"] = "gemini-cli",
    };

    private readonly Dictionary<(string Agent, string Session, string? Model, string Type, string Series), OtlpCounter> _counters = [];

    public void Add(JsonElement document)
    {
        foreach (JsonElement resource in document.Get("resourceMetrics").Items())
        {
            var shared = new OtlpAttributes(resource.Get("resource").Get("attributes"));
            foreach (JsonElement metric in resource.Get("scopeMetrics").Items().SelectMany(scope => scope.Get("metrics").Items()))
            {
                if (metric.Text("name") is { } name && Agents.TryGetValue(name, out string? agent))
                    Add(agent, metric.Get("sum"), shared);
            }
        }
    }

    /// <summary>What was counted between two points of all counters of a session and a model.</summary>
    public IEnumerable<TelemetryRecord> Records() =>
        from counter in _counters
        from step in counter.Value.Steps()
        group (counter.Key.Type, step.Count) by (counter.Key.Agent, counter.Key.Session, counter.Key.Model, step.Time) into moment
        let key = moment.Key
        select new TelemetryRecord(key.Agent, key.Session, new UsageRecord($"{key.Session}/{key.Model}/{key.Time?.Ticks}", key.Time, key.Model, Usage(moment)));

    private void Add(string agent, JsonElement sum, OtlpAttributes shared)
    {
        bool isCumulative = sum.Count("aggregationTemporality") == 2 || sum.Is("aggregationTemporality", "AGGREGATION_TEMPORALITY_CUMULATIVE");
        foreach (JsonElement point in sum.Get("dataPoints").Items())
        {
            var a = new OtlpAttributes(point.Get("attributes"), shared);
            if (a.Text("session.id") is not { } session || a.Text("type") is not { } type)
                continue;
            (string, string, string?, string, string) key = (agent, session, Model(a), type, a.Series("type"));
            if (!_counters.TryGetValue(key, out OtlpCounter? counter))
                _counters.Add(key, counter = new OtlpCounter());
            counter.Add(point, isCumulative);
        }
    }

    // Fast mode has prices of its own.
    private static string? Model(OtlpAttributes a) => ModelSpelling.WithSpeed(ModelName.Normalize(a.Text("model")), a.Text("speed"));

    /// <summary>Claude Code's classes are apart from each other; Gemini's input holds its cache, and its thoughts are output besides.</summary>
    private static TokenUsage Usage(IEnumerable<(string Type, long Count)> counts)
    {
        ILookup<string, long> byType = counts.ToLookup(c => c.Type, c => c.Count, StringComparer.Ordinal);
        long thoughts = Sum("thought");
        long cached = Sum("cache");
        return new TokenUsage(
            Math.Max(Sum("input") - cached, 0) + Sum("tool"),
            Sum("output") + thoughts,
            Sum("cacheRead") + cached,
            Sum("cacheCreation"),
            Reasoning: thoughts);

        long Sum(string type) => byType[type].Sum();
    }
}
