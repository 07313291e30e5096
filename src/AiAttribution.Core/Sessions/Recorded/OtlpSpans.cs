using System.Text.Json;
using AiAttribution.Core.Evidence.Catalogue;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Sessions.Recorded;

/// <summary>
/// Spans of the generative AI conventions, as Copilot exports them: one <c>chat</c> for each response. Spans of whole agents repeat the sum of theirs and are left out.
/// Source: open-telemetry/semantic-conventions-genai (in development).
/// </summary>
internal static class OtlpSpans
{
    private static readonly string[] Operations = ["chat", "text_completion", "generate_content"];

    public static IEnumerable<TelemetryRecord> Read(JsonElement document) =>
        from resource in document.Get("resourceSpans").Items()
        let shared = new OtlpAttributes(resource.Get("resource").Get("attributes"))
        from scope in resource.Get("scopeSpans").Items()
        from span in scope.Get("spans").Items()
        let record = Read(span, new OtlpAttributes(span.Get("attributes"), shared))
        where record is not null
        select record;

    private static TelemetryRecord? Read(JsonElement span, OtlpAttributes a)
    {
        if (!Operations.Contains(a.Text("gen_ai.operation.name")) || a.Text("gen_ai.conversation.id", "session.id") is not { } session || span.Text("spanId") is not { } id)
            return null;

        // Input holds both kinds of cache, output holds reasoning.
        long read = a.Count("gen_ai.usage.cache_read.input_tokens");
        long write = a.Count("gen_ai.usage.cache_creation.input_tokens");
        var usage = new TokenUsage(
            Math.Max(a.Count("gen_ai.usage.input_tokens") - read - write, 0),
            a.Count("gen_ai.usage.output_tokens"),
            read,
            write,
            Reasoning: a.Count("gen_ai.usage.reasoning.output_tokens"));
        string? model = ModelName.Normalize(a.Text("gen_ai.response.model") ?? a.Text("gen_ai.request.model"));
        return usage.IsZero
            ? null
            : new TelemetryRecord(Agent(a.Text("service.name")), session, new UsageRecord($"{span.Text("traceId")}/{id}", OtlpAttributes.Time(span, "endTimeUnixNano"), model, usage));
    }

    private static string Agent(string? service) => service switch
    {
        null => AgentNames.Unknown,
        _ when service.Contains("copilot", StringComparison.OrdinalIgnoreCase) => "copilot",
        _ when service.Contains("codex", StringComparison.OrdinalIgnoreCase) => "codex",
        _ when service.Contains("gemini", StringComparison.OrdinalIgnoreCase) => "gemini-cli",
        _ when service.Contains("claude", StringComparison.OrdinalIgnoreCase) => "claude-code",
        _ => AgentNames.Canonical(service),
    };
}
