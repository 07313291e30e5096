using System.Globalization;
using System.Text.Json;
using AiAttribution.Core.Model;
using AiAttribution.Reports.Json;

namespace AiAttribution.Reports.Statements;

/// <summary>
/// Writes <c>AiAttribution.cdx.json</c>: a CycloneDX 1.6 document whose only component is the subject, with what is known of AI work as properties, to be merged into a bill of
/// materials (https://cyclonedx.org/docs/1.6/json/). The properties are described in <c>nuget/docs/cyclonedx-properties.md</c>.
/// </summary>
internal static class CycloneDxReport
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "AiAttribution.cdx.json";

    /// <summary>Namespace of the properties. <c>cdx:</c> is reserved for CycloneDX itself.</summary>
    public const string Prefix = "aiattribution:";

    /// <summary>The document as text, without time and serial number; equal models give equal bytes.</summary>
    public static string Write(ReportModel report) => JsonText.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json");
        json.WriteString("bomFormat", "CycloneDX");
        json.WriteString("specVersion", "1.6");
        json.WriteNumber("version", 1);
        json.WriteStartObject("metadata");
        WriteTool(json, report.ToolVersion);
        WriteComponent(json, report);
        json.WriteEndObject();
        if (report.Artifacts.Count > 0)
            json.WriteList("components", report.Artifacts, WriteArtifact);
        json.WriteEndObject();
    });

    private static void WriteTool(Utf8JsonWriter json, string? version)
    {
        json.WriteStartObject("tools");
        json.WriteStartArray("components");
        json.WriteStartObject();
        json.WriteString("type", "application");
        json.WriteString("name", "AiAttribution");
        if (version is not null)
            json.WriteString("version", version);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteComponent(Utf8JsonWriter json, ReportModel report)
    {
        json.WriteStartObject("component");
        json.WriteString("type", "application");
        json.WriteString("bom-ref", "subject");
        json.WriteString("name", report.Subject);
        json.WriteList("properties", CycloneDxProperties.Of(report), (w, property) =>
        {
            w.WriteStartObject();
            w.WriteString("name", Prefix + property.Name);
            w.WriteString("value", property.Value);
            w.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void WriteArtifact(Utf8JsonWriter json, ReportArtifact artifact)
    {
        json.WriteStartObject();
        json.WriteString("type", "file");
        json.WriteString("bom-ref", string.Create(CultureInfo.InvariantCulture, $"file:{artifact.Sha256}"));
        json.WriteString("name", artifact.Name);
        json.WriteStartArray("hashes");
        json.WriteStartObject();
        json.WriteString("alg", "SHA-256");
        json.WriteString("content", artifact.Sha256);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
