using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using AiAttribution.Core.Model.Gate;
using AiAttribution.Reports.Json;

namespace AiAttribution.Cli.Verbs;

/// <summary>Verdicts for other programs.</summary>
internal static class CheckJson
{
    private const int Version = 1;

    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Write(CheckResult result)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            json.WriteString("outcome", GateWords.Outcome(result.Gate.State));
            json.WriteNumber("exitCode", result.Gate.ExitCode);
            json.WriteString("policy", result.Report.PolicyFile);
            json.WriteString("commit", result.Commit);
            json.WriteString("range", result.Range);
            JsonRules.Write(json, result.Report.Judged);
            JsonRules.Write(json, result.Gate);
            json.WriteString("mend", result.Mend);
            JsonRules.Write(json, result.Report.LeftOut);
            JsonRules.Write(json, result.Report.Approvals);
            JsonRules.Write(json, result.Report.Policy, result.Report.Rules, result.Report.Today);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray()).ReplaceLineEndings("\n") + "\n";
    }
}
