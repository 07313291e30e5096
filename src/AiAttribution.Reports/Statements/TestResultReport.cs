using System.Text.Json;
using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Gate;
using AiAttribution.Reports.Json;

namespace AiAttribution.Reports.Statements;

/// <summary>
/// Writes <c>AiAttribution.test-result.intoto.json</c>: the gate as an in-toto statement with the predicate <c>test-result/v0.1</c>, a test per rule of the policy
/// (https://github.com/in-toto/attestation/blob/main/spec/predicates/test-result.md).
/// </summary>
internal static class TestResultReport
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "AiAttribution.test-result.intoto.json";

    /// <summary>Type of the predicate.</summary>
    public const string Type = "https://in-toto.io/attestation/test-result/v0.1";

    private const string DefaultPolicy = "https://github.com/aiattribution/aiattribution/blob/main/nuget/docs/policy.md";

    /// <summary>The statement as text; equal models give equal bytes. What cannot be told is a warning, or fails where the policy demands an answer; it never passes.</summary>
    public static string Write(ReportModel report) => InTotoStatement.Write(report, Type, json =>
    {
        ReleaseGate gate = ReleaseGate.Of(report);
        json.WriteString("result", Result(gate));
        json.WriteStartArray("configuration");
        WritePolicy(json, report);
        json.WriteEndArray();
        WriteTests(json, "passedTests", gate, r => !r.Fails && r.Answer == GateAnswer.Passed);
        WriteTests(json, "warnedTests", gate, r => !r.Fails && r.Answer != GateAnswer.Passed);
        WriteTests(json, "failedTests", gate, r => r.Fails);
    });

    private static string Result(ReleaseGate gate) =>
        gate.Fails ? "FAILED" : gate.State == GateState.Clear && gate.Rules.All(r => r.Answer == GateAnswer.Passed) ? "PASSED" : "WARNED";

    private static void WritePolicy(Utf8JsonWriter json, ReportModel report)
    {
        if (report is { PolicyFile: { } file, PolicyDigest: { } digest })
        {
            InTotoStatement.WriteResource(json, file, "sha256", digest);
            return;
        }

        json.WriteStartObject();
        json.WriteString("name", "default policy");
        json.WriteString("uri", DefaultPolicy);
        json.WriteEndObject();
    }

    private static void WriteTests(Utf8JsonWriter json, string name, ReleaseGate gate, Func<GateRule, bool> belongs) =>
        json.WriteList(name, gate.Rules.Where(belongs).Select(r => r.Rule.Id).Order(StringComparer.Ordinal), (w, id) => w.WriteStringValue(id));
}
