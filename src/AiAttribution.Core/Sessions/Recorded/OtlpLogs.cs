using System.Globalization;
using System.Text.Json;
using AiAttribution.Core.Evidence.Catalogue;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Sessions.Recorded;

/// <summary>Events that agents log for each response. Names and attributes are those of the agents' own documentation.</summary>
internal static class OtlpLogs
{
    public static IEnumerable<TelemetryRecord> Read(JsonElement document) =>
        from resource in document.Get("resourceLogs").Items()
        let shared = new OtlpAttributes(resource.Get("resource").Get("attributes"))
        from scope in resource.Get("scopeLogs").Items()
        from log in scope.Get("logRecords").Items()
        let record = Read(log, new OtlpAttributes(log.Get("attributes"), shared))
        where record is not null
        select record;

    private static TelemetryRecord? Read(JsonElement log, OtlpAttributes a)
    {
        string? name = a.Text("event.name") ?? log.Text("eventName") ?? log.Get("body").Text("stringValue");
        (string Agent, TokenUsage Usage)? counted = name switch
        {
            "api_request" or "claude_code.api_request" => ("claude-code", Claude(a)),
            "codex.sse_event" when a.Text("event.kind") == "response.completed" => ("codex", Codex(a)),
            "gemini_cli.api_response" => ("gemini-cli", Gemini(a)),
            _ => null,
        };
        if (counted is not { Usage.IsZero: false } known || a.Text("session.id", "conversation.id") is not { } session)
            return null;
        DateTimeOffset? time = OtlpAttributes.Time(log, "timeUnixNano") ?? JsonValues.ParseTime(a.Text("event.timestamp"));
        string key = a.Text("request_id") ?? string.Create(CultureInfo.InvariantCulture, $"{time?.Ticks}/{known.Usage.Input}/{known.Usage.Output}/{known.Usage.CacheRead}");
        return new TelemetryRecord(known.Agent, session, new UsageRecord($"{session}/{key}", time, ModelName.Normalize(a.Text("model")), known.Usage) { ReportedCost = a.Amount("cost_usd") });
    }

    private static TokenUsage Claude(OtlpAttributes a) =>
        new(a.Count("input_tokens"), a.Count("output_tokens"), a.Count("cache_read_tokens"), a.Count("cache_creation_tokens"));

    // Input holds what the cache served, output holds reasoning.
    private static TokenUsage Codex(OtlpAttributes a)
    {
        long cached = a.Count("cached_token_count");
        return new TokenUsage(Math.Max(a.Count("input_token_count") - cached, 0), a.Count("output_token_count"), cached, Reasoning: a.Count("reasoning_token_count"));
    }

    // Input holds what the cache served; tool is input and thoughts are output besides.
    private static TokenUsage Gemini(OtlpAttributes a)
    {
        long cached = a.Count("cached_content_token_count");
        long thoughts = a.Count("thoughts_token_count");
        return new TokenUsage(Math.Max(a.Count("input_token_count") - cached, 0) + a.Count("tool_token_count"), a.Count("output_token_count") + thoughts, cached, Reasoning: thoughts);
    }
}
