using System.Text.Json;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Gate;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Reports.Json;

namespace AiAttribution.Reports;

/// <summary>
/// Writes <c>AiAttribution.facts.jsonl</c>: the figures of one build for a fleet, one JSON object a line. It names no file, member or person,
/// so that the lines of many builds can be put together.
/// </summary>
internal static class FactsReport
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "AiAttribution.facts.jsonl";

    /// <summary>The facts as text; equal models give equal bytes.</summary>
    public static string Write(ReportModel report)
    {
        var rows = new FactRows(report);
        ReleaseGate gate = ReleaseGate.Of(report);
        rows.Add("gate", json =>
        {
            json.WriteString("state", GateWords.Of(gate.State));
            json.WriteBoolean("fails", gate.Fails);
            json.WriteNumber("notes", report.Notes.Count);
        });
        rows.Add("lines", json => WriteLines(json, report.Lines));
        foreach (SilenceSign sign in report.Evidence?.Signs ?? [])
            rows.Add("silence", json => JsonSilence.WriteFields(json, sign));
        foreach ((string agent, int lines) in report.Lines.Agents)
        {
            rows.Add("agent", json =>
            {
                json.WriteString("agent", agent);
                json.WriteNumber("aiLines", lines);
            });
        }

        foreach (GateRule rule in gate.Rules)
        {
            rows.Add("rule", json =>
            {
                json.WriteString("rule", rule.Rule.Id);
                json.WriteString("code", rule.Rule.Require.Code);
                json.WriteString("severity", RuleWords.Of(rule.Rule.Severity));
                json.WriteString("answer", GateWords.Of(rule.Answer));
                json.WriteBoolean("fails", rule.Fails);
                json.WriteNumber("judged", rule.Verdict.Judged);
                json.WriteNumber("found", rule.Open.Count);
                json.WriteNumber("waived", rule.Waived.Count);
            });
        }

        AddTrails(rows, report);
        OutcomeFacts.Add(rows, report);
        return rows.Whole();
    }

    private static void AddTrails(FactRows rows, ReportModel report)
    {
        var groups = report.Members.Where(m => m.Verdict.IsAiHeavy).GroupBy(m => (m.Verdict.Test, m.Verdict.Deployment)).OrderBy(g => g.Key);
        foreach (var group in groups)
        {
            rows.Add("members", json =>
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
        json.WriteNumber("inPart", lines.InPart);
    }
}
