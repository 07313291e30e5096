using System.Text.Json;
using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Gate;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Reports.Json;

namespace AiAttribution.Reports.Pipelines;

/// <summary>Writes <c>AiAttribution.gitlab.json</c>: findings as GitLab's code-quality report (<c>artifacts:reports:codequality</c>).</summary>
internal static class GitLabReport
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "AiAttribution.gitlab.json";

    /// <summary>The findings as text; equal models give equal bytes.</summary>
    public static string Write(ReportModel report) => JsonText.Of(json =>
    {
        json.WriteStartArray();
        // GitLab knows no waiver; what is waived is left out.
        foreach (Finding finding in Finding.OpenOf(report).Where(f => f.Place.Path is not null))
            Write(json, finding);
        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("description", $"{finding.Message}.");
        json.WriteString("check_name", finding.Code);
        json.WriteString("fingerprint", finding.Fingerprint);
        json.WriteString("severity", Severity(finding));
        json.WriteStartObject("location");
        json.WriteString("path", finding.Place.Path);
        json.WriteStartObject("lines");
        json.WriteNumber("begin", Math.Max(1, finding.Place.Line));
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Severity(Finding finding) => finding.Severity switch
    {
        RuleSeverity.Error => finding.Blocks ? "critical" : "major",
        RuleSeverity.Warning => "minor",
        _ => "info",
    };
}
