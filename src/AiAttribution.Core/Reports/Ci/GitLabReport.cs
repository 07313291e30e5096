using System.Text.Json;
using AiAttribution.Core.Reports.Gate;
using AiAttribution.Core.Reports.Json;
using AiAttribution.Core.Reports.Model;

namespace AiAttribution.Core.Reports.Ci;

/// <summary>Writes <c>AiAttribution.gitlab.json</c>: findings as GitLab's code-quality report (<c>artifacts:reports:codequality</c>).</summary>
public static class GitLabReport
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "AiAttribution.gitlab.json";

    /// <summary>The findings as text; equal models give equal bytes.</summary>
    public static string Write(ReportModel report) => JsonText.Of(json =>
    {
        json.WriteStartArray();
        foreach (Finding finding in Finding.AllOf(report))
            Write(json, finding);
        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("description", $"{finding.Message}.");
        json.WriteString("check_name", finding.Rule.Id);
        json.WriteString("fingerprint", finding.Fingerprint);
        json.WriteString("severity", finding.Rule.Blocks ? "major" : "info");
        json.WriteStartObject("location");
        json.WriteString("path", finding.Member.Path);
        json.WriteStartObject("lines");
        json.WriteNumber("begin", finding.Member.Line);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
