using System.Text.Json;
using AiAttribution.Core.Outcomes;

namespace AiAttribution.Reports.Json;

/// <summary>The section <c>funnel</c> of the JSON report.</summary>
internal static class JsonFunnel
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<FunnelStage> funnel) => json.WriteList("funnel", funnel, Write);

    private static void Write(Utf8JsonWriter json, FunnelStage stage)
    {
        json.WriteStartObject();
        json.WriteString("step", stage.Step.ToString().ToLowerInvariant());
        json.WriteNumber("reached", stage.Reached);
        json.WriteNumber("missed", stage.Missed);
        json.WriteNumber("unknown", stage.Unknown);
        json.WriteEndObject();
    }
}
