using System.Text.Json;
using AiAttribution.Core.Deployments;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Members;
using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Gate;
using AiAttribution.Core.Tests;
using AiAttribution.Core.Text;
using AiAttribution.Reports.Json;

namespace AiAttribution.Reports.Statements;

/// <summary>
/// Writes <c>AiAttribution.intoto.json</c>: an in-toto statement of what is known of AI work in an artifact. Its predicate is described in
/// <c>nuget/docs/attestation-v1.md</c>, with the schema <c>nuget/ai-attribution-predicate.schema.json</c>.
/// </summary>
internal static class AttributionStatement
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "AiAttribution.intoto.json";

    /// <summary>Type of the predicate; a later version that breaks readers gets another one.</summary>
    public const string PredicateType = "https://github.com/aiattribution/aiattribution/blob/main/nuget/docs/attestation-v1.md";

    /// <summary>The statement as text; equal models give equal bytes.</summary>
    public static string Write(ReportModel report) => InTotoStatement.Write(report, PredicateType, json =>
    {
        json.WriteString("project", report.Subject);
        json.WriteStartObject("repository");
        json.WriteString("name", report.Repository);
        json.WriteString("key", report.RepositoryKey);
        json.WriteEndObject();
        json.WriteString("commit", report.Commit);
        json.WriteString("tool", report.ToolVersion is { } version ? $"AiAttribution {version}" : "AiAttribution");
        WriteRange(json, report.Judged);
        WritePolicy(json, report);
        WriteGate(json, ReleaseGate.Of(report));
        WriteEvidence(json, report);
        WriteLines(json, report.Lines);
        WriteMembers(json, [.. report.Members.Where(m => m.Verdict.IsAiHeavy)]);
        json.WriteNumber("waivers", report.Policy.Waivers.Count(w => !w.IsExpired(report.Today)));
        json.WriteNumber("notes", report.Notes.Count);
    });

    /// <summary>A gate that judged a range says nothing of what is older.</summary>
    private static void WriteRange(Utf8JsonWriter json, JudgedRange? range)
    {
        if (range is null)
        {
            json.WriteNull("range");
            return;
        }

        json.WriteStartObject("range");
        json.WriteString("base", range.Base);
        json.WriteNumber("commits", range.Commits.Count);
        json.WriteEndObject();
    }

    private static void WritePolicy(Utf8JsonWriter json, ReportModel report)
    {
        json.WriteStartObject("policy");
        json.WriteString("file", report.PolicyFile);
        json.WriteString("sha256", report.PolicyDigest);
        json.WriteEndObject();
    }

    private static void WriteGate(Utf8JsonWriter json, ReleaseGate gate)
    {
        json.WriteStartObject("gate");
        json.WriteString("state", GateWords.Of(gate.State));
        json.WriteBoolean("fails", gate.Fails);
        json.WriteList("rules", gate.Rules.OrderBy(r => r.Rule.Id, StringComparer.Ordinal), (w, rule) =>
        {
            w.WriteStartObject();
            w.WriteString("id", rule.Rule.Id);
            w.WriteString("code", rule.Rule.Require.Code);
            w.WriteString("answer", GateWords.Of(rule.Answer));
            w.WriteBoolean("fails", rule.Fails);
            w.WriteNumber("found", rule.Open.Count);
            w.WriteNumber("waived", rule.Waived.Count);
            w.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void WriteEvidence(Utf8JsonWriter json, ReportModel report)
    {
        json.WriteStartObject("evidence");
        json.WriteNumber("commits", report.Evidence?.Commits ?? 0);
        json.WriteNumber("aiCommits", report.Evidence?.AiCommits ?? 0);
        json.WriteBoolean("shallow", report.Evidence?.IsShallow ?? false);
        json.WriteNumber("coverageReports", report.Tests.Reports);
        json.WriteNumber("deployments", report.Deployments.Count);
        json.WriteEndObject();
    }

    private static void WriteLines(Utf8JsonWriter json, LineTally lines)
    {
        json.WriteStartObject("lines");
        json.WriteNumber("total", lines.Total);
        json.WriteNumber("ai", lines.Ai);
        json.WriteNumber("aiWeak", lines.Of(EvidenceGrade.Weak));
        json.WriteNumber("other", lines.Other);
        json.WriteNumber("unknown", lines.Unknown);
        json.WriteNumber("inPart", lines.InPart);
        json.WriteEndObject();
    }

    private static void WriteMembers(Utf8JsonWriter json, MemberRecord[] heavy)
    {
        json.WriteStartObject("aiHeavyMembers");
        json.WriteNumber("total", heavy.Length);
        json.WriteCounts("tests", Enum.GetValues<TestTrail>().Select(t => new NamedCount(ReportWords.Of(t), heavy.Count(m => m.Verdict.Test == t))).OrderBy(c => c.Name, StringComparer.Ordinal));
        json.WriteCounts("deployments", Enum.GetValues<DeploymentTrail>().Select(d => new NamedCount(ReportWords.Of(d), heavy.Count(m => m.Verdict.Deployment == d))).OrderBy(c => c.Name, StringComparer.Ordinal));
        json.WriteEndObject();
    }
}
