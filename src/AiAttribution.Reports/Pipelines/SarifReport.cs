using System.Text.Json;
using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Gate;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Text;
using AiAttribution.Reports.Json;

namespace AiAttribution.Reports.Pipelines;

/// <summary>Writes <c>AiAttribution.sarif</c>: findings for code scanning and editors, by SARIF 2.1.0 (OASIS), within the limits of GitHub.</summary>
internal static class SarifReport
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "AiAttribution.sarif";

    /// <summary>GitHub keeps so many results of a run; the rest is counted in the properties of the run.</summary>
    public const int MostResults = 5000;

    /// <summary>GitHub takes ten megabytes after gzip; names of members may compress badly, so their bytes alone stay below.</summary>
    private const int MostTextBytes = 8_000_000;

    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";
    private const string Home = "https://github.com/aiattribution/aiattribution";

    /// <summary>The findings as text; equal models give equal bytes.</summary>
    public static string Write(ReportModel report) => JsonText.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("$schema", Schema);
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        WriteRun(json, report, Finding.AllOf(report));
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteRun(Utf8JsonWriter json, ReportModel report, IReadOnlyList<Finding> findings)
    {
        SarifRule[] rules = SarifRule.Of(report);
        json.WriteStartObject();
        WriteTool(json, rules, report.Notes);
        json.WriteStartObject("automationDetails");
        json.WriteString("id", $"AiAttribution/{Uri.EscapeDataString(report.Subject)}/");
        json.WriteEndObject();
        json.WriteString("columnKind", "utf16CodeUnits");
        WriteInvocation(json, report.Commit is not null, report.Notes);
        Finding[] shown = Fitting(findings);
        json.WriteList("results", shown, (w, finding) => SarifResult.Write(w, finding, Array.FindIndex(rules, r => r.Code == finding.Code)));
        json.WriteStartObject("properties");
        json.WriteString("commit", report.Commit);
        json.WriteString("gate", GateWords.Of(ReleaseGate.Of(report).State));
        json.WriteNumber("findings", findings.Count);
        json.WriteNumber("findingsLeftOut", findings.Count - shown.Length);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static Finding[] Fitting(IReadOnlyList<Finding> findings)
    {
        long bytes = 0;
        return [.. findings.Take(MostResults).TakeWhile(f => (bytes += SarifResult.TextBytes(f)) <= MostTextBytes)];
    }

    private static void WriteTool(Utf8JsonWriter json, SarifRule[] rules, IReadOnlyList<BuildProblem> notes)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "AiAttribution");
        json.WriteString("informationUri", Home);
        json.WriteList("rules", rules, (w, rule) => WriteDescriptor(w, rule.Code, rule.Title, RuleCodes.HelpLink(rule.Code), SarifResult.Level(rule.Severity)));
        json.WriteList("notifications", notes.Select(n => n.Diagnostic).Distinct(), (w, d) => WriteDescriptor(w, d.Code, d.Title, d.HelpLink, Level(d)));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteDescriptor(Utf8JsonWriter json, string id, string title, string help, string level)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteStartObject("shortDescription");
        json.WriteString("text", title);
        json.WriteEndObject();
        json.WriteString("helpUri", help);
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", level);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteInvocation(Utf8JsonWriter json, bool attributed, IReadOnlyList<BuildProblem> notes)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", attributed);
        json.WriteList("toolExecutionNotifications", notes, (w, note) =>
        {
            w.WriteStartObject();
            w.WriteStartObject("descriptor");
            w.WriteString("id", note.Diagnostic.Code);
            w.WriteEndObject();
            w.WriteString("level", Level(note.Diagnostic));
            w.WriteStartObject("message");
            w.WriteString("text", Printable.Of(note.Text));
            w.WriteEndObject();
            w.WriteEndObject();
        });
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static string Level(BuildProblemKind diagnostic) => diagnostic.IsWarning ? "warning" : "note";
}
