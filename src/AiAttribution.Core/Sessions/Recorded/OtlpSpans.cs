using System.Text.Json;
using AiAttribution.Core.Evidence.Catalogue;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Sessions.Recorded;

/// <summary>
/// Spans of the generative AI conventions, as Copilot exports them, to a collector, to a file of its own or as Visual Studio's traces: one <c>chat</c> for each
/// response. Spans of whole agents repeat the sum of theirs and are left out. Source: open-telemetry/semantic-conventions-genai (in development).
/// </summary>
internal static class OtlpSpans
{
    // Copilot states a cost as billionths of a credit, which is a cent.
    private const decimal CreditUnitsPerDollar = 100_000_000_000;

    private static readonly string[] Operations = ["chat", "text_completion", "generate_content"];

    /// <summary>The responses of a document of OTLP/JSON, or of a span that stands alone, as exporters of files write one on each line.</summary>
    public static IEnumerable<TelemetryRecord> Read(JsonElement document)
    {
        if (document.Is("type", "span"))
            return Read(document, new OtlpAttributes(document.Get("attributes"), Shared(document))) is { } alone ? [alone] : [];
        return from resource in document.Get("resourceSpans").Items()
               let shared = Shared(resource)
               from scope in resource.Get("scopeSpans").Items()
               from span in scope.Get("spans").Items()
               let record = Read(span, new OtlpAttributes(span.Get("attributes"), shared))
               where record is not null
               select record;
    }

    /// <summary>Calls of tools whose arguments the exporter was told to write: session, tool, arguments as JSON, and when.</summary>
    public static IEnumerable<(string Session, string Tool, string Arguments, DateTimeOffset? Time)> ToolCalls(JsonElement document)
    {
        IEnumerable<JsonElement> spans = document.Is("type", "span")
            ? [document]
            : document.Get("resourceSpans").Items().SelectMany(resource => resource.Get("scopeSpans").Items()).SelectMany(scope => scope.Get("spans").Items());
        return from span in spans
               let a = new OtlpAttributes(span.Get("attributes"))
               where a.Text("gen_ai.operation.name") == "execute_tool"
               let session = a.Text("gen_ai.conversation.id", "session.id") ?? span.Text("traceId")
               let tool = a.Text("gen_ai.tool.name")
               let arguments = Whole(span.Get("attributes"), "gen_ai.tool.call.arguments")
               where session is not null && tool is not null && arguments is not null
               select (session, tool, arguments, Time(span));
    }

    // Longer than any attribute that is kept.
    private static string? Whole(JsonElement attributes, string name) =>
        attributes.LongText(name) ?? attributes.Items().Where(attribute => attribute.Is("key", name)).Select(attribute => attribute.Get("value").LongText("stringValue")).FirstOrDefault();

    private static DateTimeOffset? Time(JsonElement span) => OtlpAttributes.Time(span, "endTimeUnixNano") ?? OtlpAttributes.Time(span, "endTime");

    private static OtlpAttributes Shared(JsonElement owner) => new(owner.Get("resource").Get("attributes"));

    private static TelemetryRecord? Read(JsonElement span, OtlpAttributes a)
    {
        string? trace = span.Text("traceId");
        string? session = a.Text("gen_ai.conversation.id", "session.id") ?? trace;
        if (!Operations.Contains(a.Text("gen_ai.operation.name")) || session is null || span.Text("spanId") is not { } id)
            return null;

        // Input holds both kinds of cache, output holds reasoning.
        long read = a.Count("gen_ai.usage.cache_read.input_tokens");
        long write = a.Count("gen_ai.usage.cache_creation.input_tokens");
        long fresh = a.Count("gen_ai.usage.input_tokens") - read - write;
        var usage = new TokenUsage(
            Math.Max(fresh, 0),
            a.Count("gen_ai.usage.output_tokens"),
            read,
            write,
            Reasoning: a.Count("gen_ai.usage.reasoning.output_tokens"));
        bool isWhole = a.IsWhole && fresh >= 0;
        if (usage.IsZero && isWhole)
            return null;
        string? model = ModelSpelling.WithTier(ModelName.Normalize(a.Text("gen_ai.response.model") ?? a.Text("gen_ai.request.model")), a.Text("openai.response.service_tier", "gen_ai.openai.response.service_tier"));
        DateTimeOffset? time = Time(span);
        var response = new UsageRecord($"{trace}/{id}", time, model, usage) { ReportedCost = a.Amount("github.copilot.aiu", CreditUnitsPerDollar) };
        return new TelemetryRecord(Agent(a.Text("service.name") ?? a.Text("gen_ai.provider.name")), session, response) { IsWhole = isWhole };
    }

    private static string Agent(string? service) => service switch
    {
        null => AgentNames.Unknown,
        "github" => "copilot",
        _ when service.Contains("copilot", StringComparison.OrdinalIgnoreCase) => "copilot",
        _ when service.Contains("codex", StringComparison.OrdinalIgnoreCase) => "codex",
        _ when service.Contains("gemini", StringComparison.OrdinalIgnoreCase) => "gemini-cli",
        _ when service.Contains("claude", StringComparison.OrdinalIgnoreCase) => "claude-code",
        _ => AgentNames.Canonical(service),
    };
}
