using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using AiAttribution.Core.Model.Gate;
using AiAttribution.Engine.Releases;
using AiAttribution.Reports.Json;

namespace AiAttribution.Cli.Verbs;

/// <summary>Verdicts for other programs.</summary>
internal static class CheckJson
{
    private const int Version = 1;

    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <param name="result">The answer.</param>
    /// <param name="staged">What is staged, where that was judged; null for anything else.</param>
    public static string Write(CheckResult result, StagedResult? staged = null)
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
            if (staged is not null)
                Write(json, staged);
            JsonRules.Write(json, result.Gate);
            json.WriteString("mend", result.Mend);
            JsonRules.Write(json, result.Report.LeftOut);
            JsonRules.Write(json, result.Report.Approvals);
            JsonRules.Write(json, result.Report.Policy, result.Report.Rules, result.Report.Today);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray()).ReplaceLineEndings("\n") + "\n";
    }

    private static void Write(Utf8JsonWriter json, StagedResult staged)
    {
        json.WriteStartObject("staged");
        json.WriteNumber("files", staged.Staged.All.Count);
        json.WriteList("judged", staged.Files, (w, file) => w.WriteStringValue(file.Path));
        json.WriteList("unmerged", staged.Staged.Conflicts, (w, path) => w.WriteStringValue(path));
        json.WriteList("trailers", staged.Trailers, (w, trailer) => w.WriteStringValue(trailer));
        json.WriteList("untested", StagedWork.Untested(staged.Report), (w, member) =>
        {
            w.WriteStartObject();
            w.WriteString("member", member.Name);
            w.WriteString("path", member.Path);
            w.WriteNumber("line", member.Line);
            w.WriteNumber("column", member.Column);
            w.WriteNumber("codeLines", member.Verdict.Tally.Code);
            w.WriteNumber("aiLines", member.Verdict.Tally.Ai);
            w.WriteString("message", StagedText.Of(member, staged.Report));
            w.WriteEndObject();
        });
        json.WriteEndObject();
    }
}
