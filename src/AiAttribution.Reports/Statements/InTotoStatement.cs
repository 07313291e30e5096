using System.Text.Json;
using AiAttribution.Core.Model;
using AiAttribution.Reports.Json;

namespace AiAttribution.Reports.Statements;

/// <summary>
/// An in-toto Statement v1 (https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md), not signed. Its subject is the artifacts by SHA-256; without any it is the
/// commit by its id.
/// </summary>
internal static class InTotoStatement
{
    public static string Write(ReportModel report, string predicateType, Action<Utf8JsonWriter> predicate) => JsonText.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("_type", "https://in-toto.io/Statement/v1");
        json.WriteStartArray("subject");
        foreach (ReportArtifact artifact in report.Artifacts)
            WriteResource(json, artifact.Name, "sha256", artifact.Sha256);
        if (report.Artifacts.Count == 0 && report.Commit is { } commit)
            WriteResource(json, null, "gitCommit", commit);
        json.WriteEndArray();
        json.WriteString("predicateType", predicateType);
        json.WriteStartObject("predicate");
        predicate(json);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    /// <summary>Writes a ResourceDescriptor.</summary>
    public static void WriteResource(Utf8JsonWriter json, string? name, string algorithm, string digest)
    {
        json.WriteStartObject();
        if (name is not null)
            json.WriteString("name", name);
        json.WriteStartObject("digest");
        json.WriteString(algorithm, digest);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
