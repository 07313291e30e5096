using System.Text;
using System.Text.Json;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Reports.Gate;
using AiAttribution.Core.Reports.Json;
using AiAttribution.Core.Reports.Model;

namespace AiAttribution.Core.Reports.Tables;

/// <summary>
/// Writes <c>AiAttribution.facts.jsonl</c>: the figures of one build for a fleet, one JSON object a line. It names no file, member or person,
/// so that the lines of many builds can be put together.
/// </summary>
public static class FactsReport
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "AiAttribution.facts.jsonl";

    /// <summary>The facts as text; equal models give equal bytes.</summary>
    public static string Write(ReportModel report)
    {
        var text = new StringBuilder();
        ReleaseGate gate = ReleaseGate.Of(report);
        Add(text, report, "gate", json =>
        {
            json.WriteString("state", GateWords.Of(gate.State));
            json.WriteNumber("notes", report.Notes.Count);
        });
        Add(text, report, "lines", json => WriteLines(json, report.Lines));
        foreach ((string agent, int lines) in report.Lines.Agents)
        {
            Add(text, report, "agent", json =>
            {
                json.WriteString("agent", agent);
                json.WriteNumber("aiLines", lines);
            });
        }

        foreach (GateRule rule in gate.Rules.OrderBy(r => r.Id, StringComparer.Ordinal))
        {
            Add(text, report, "rule", json =>
            {
                json.WriteString("rule", rule.Id);
                json.WriteBoolean("blocks", rule.Blocks);
                json.WriteNumber("found", rule.Members.Count);
            });
        }

        AddTrails(text, report);
        return text.ToString();
    }

    private static void AddTrails(StringBuilder text, ReportModel report)
    {
        var groups = report.Members.Where(m => m.Verdict.IsAiHeavy).GroupBy(m => (m.Verdict.Test, m.Verdict.Deployment)).OrderBy(g => g.Key);
        foreach (var group in groups)
        {
            Add(text, report, "members", json =>
            {
                json.WriteString("tests", ReportWords.Of(group.Key.Test));
                json.WriteString("deployment", ReportWords.Of(group.Key.Deployment));
                json.WriteNumber("aiHeavy", group.Count());
                json.WriteNumber("aiLines", group.Sum(m => m.Verdict.Tally.Ai));
            });
        }
    }

    private static void WriteLines(Utf8JsonWriter json, LineTally lines)
    {
        json.WriteNumber("total", lines.Total);
        json.WriteNumber("aiByNote", lines.Of(EvidenceGrade.Lines));
        json.WriteNumber("aiDeclared", lines.Of(EvidenceGrade.Declared));
        json.WriteNumber("aiWeak", lines.Of(EvidenceGrade.Weak));
        json.WriteNumber("aiBaseline", lines.Baseline);
        json.WriteNumber("other", lines.Other);
        json.WriteNumber("historyMissing", lines.HistoryMissing);
        json.WriteNumber("notCommitted", lines.NotCommitted);
    }

    private static void Add(StringBuilder text, ReportModel report, string fact, Action<Utf8JsonWriter> write) => text.Append(JsonText.Of(
        json =>
        {
            json.WriteStartObject();
            json.WriteString("fact", fact);
            json.WriteString("subject", report.Subject);
            json.WriteString("commit", report.Commit);
            write(json);
            json.WriteEndObject();
        },
        indented: false));
}
