using System.Text.Json;
using AiAttribution.Core.Reports.Gate;
using AiAttribution.Core.Reports.Model;

namespace AiAttribution.Core.Reports.Sarif;

/// <summary>One finding as a SARIF result.</summary>
internal static class SarifResult
{
    public static string Level(GateRule rule) => rule.Blocks ? "warning" : "note";

    public static void Write(Utf8JsonWriter json, Finding finding, int ruleIndex)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Rule.Id);
        json.WriteNumber("ruleIndex", ruleIndex);
        json.WriteString("level", Level(finding.Rule));
        json.WriteStartObject("message");
        json.WriteString("text", finding.Message + ".");
        json.WriteEndObject();
        WriteLocation(json, finding.Member);
        json.WriteStartObject("partialFingerprints");
        json.WriteString("aiAttributionMember/v1", finding.Fingerprint);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteLocation(Utf8JsonWriter json, ReportMember member)
    {
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", RelativeUri(member.Path));
        json.WriteString("uriBaseId", "%SRCROOT%");
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", member.Line);
        json.WriteNumber("startColumn", member.Column);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        json.WriteString("fullyQualifiedName", Printable.Of(member.Name));
        json.WriteString("kind", "member");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static string RelativeUri(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
