using System.Text;
using AiAttribution.Core.Deployments.Formats;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Evidence.Notes;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Core.Sessions.Recorded;

namespace AiAttribution.Core.Tests.Text;

/// <summary>Every reader of JSON that a clone or an export can bring, with a text that it reads well.</summary>
internal static class HostileJson
{
    /// <summary>Reads bytes as a reader does, and gives what it could not read.</summary>
    public static IReadOnlyList<string> Problems(string reader, byte[] json) => reader switch
    {
        "policy" => [.. PolicyReader.Read(Encoding.UTF8.GetString(json), "ai-attribution.json").Problems.Select(p => p.ToString())],
        "agent trace" => Traces(json),
        "session note" => SessionNote.Parse(json).Problems,
        "git-ai note" => GitAiNote.Parse([.. "A.cs\n  1234567890abcdef 1-2\n---\n"u8, .. json]).Problems,
        "session file" => Recorded(RecordSource.SessionFile, ".ai-attribution/sessions/a.json", json),
        "telemetry" => Recorded(RecordSource.Telemetry, ".ai-attribution/telemetry/a.json", json),
        "Entire checkpoint" => Recorded(RecordSource.Entire, "a1/b2c3d4e5f6/0/metadata.json", json),
        "approvals" => new ApprovalReader(new EvidenceOptions()).Read(json).Problem is { } wrong ? [$"({wrong.Line},{wrong.Column}): {wrong.Message}"] : [],
        "coverlet" => TestInput.Read(json, DateTimeOffset.UnixEpoch).Problem is { } problem ? [$"({problem.Line},{problem.Column}): {problem.Message}"] : [],
        _ => [.. DeploymentReader.Read([new DeploymentFile("a.json", json)]).Problems.Select(p => p.ToString()!)],
    };

    /// <summary>A text of one object, on one line, that the reader has nothing to say against.</summary>
    public static string Good(string reader) => reader switch
    {
        "policy" => """{"heavy":{"share":0.5},"rules":[{"id":"a","require":{"tests":"tested"}}]}""",
        "agent trace" => """{"tool":{"name":"cursor"},"files":[{"path":"A.cs","conversations":[{"contributor":{"type":"ai","model_id":"gpt-5"},"ranges":[{"start_line":1,"end_line":2}]}]}]}""",
        "session note" or "session file" => """{"v":1,"id":"r1","agent":"codex","session":"s1","exactness":"exact","models":[{"model":"gpt-5","input":10,"output":20}]}""",
        "git-ai note" => """{"schema_version":"authorship/3.0.0","prompts":{"1234567890abcdef":{"agent_id":{"tool":"claude","id":"s1","model":"m"}}}}""",
        "telemetry" => """{"resourceLogs":[{"resource":{"attributes":[]},"scopeLogs":[{"logRecords":[{"timeUnixNano":"1777629600000000000","body":{"stringValue":"claude_code.api_request"},"attributes":[{"key":"session.id","value":{"stringValue":"s1"}},{"key":"output_tokens","value":{"intValue":"5"}}]}]}]}]}""",
        "Entire checkpoint" => """{"checkpoint_id":"a1b2c3d4e5f6","session_id":"s1","agent":"Claude Code","created_at":"2026-05-01T10:00:00Z","token_usage":{"input_tokens":1,"output_tokens":2}}""",
        "approvals" => """{"reviews":[{"user":{"login":"kim","type":"User"},"state":"APPROVED","commit_id":"1111111111111111111111111111111111111111","submitted_at":"2026-05-01T12:00:00Z"}]}""",
        "coverlet" => """{"A.dll":{"/src/A.cs":{"A":{"System.Void A::M()":{"Lines":{"1":2,"2":0},"Branches":[{"Line":1,"Hits":1}]}}}}}""",
        _ => """{"v":1,"source":"manual","sourceId":"7","env":"production","sha":"1111111111111111111111111111111111111111","status":"success","finishedAt":"2026-05-01T12:00:00Z"}""",
    };

    private static List<string> Traces(byte[] json)
    {
        List<string> problems = [];
        AgentTrace.Parse(json, ".agent-trace/a.jsonl", problems);
        return problems;
    }

    private static IReadOnlyList<string> Recorded(RecordSource source, string path, byte[] json)
    {
        var reading = new RecordedReading();
        RecordedFormats.Of(RecordedFormats.SessionFiles, RecordedFormats.TelemetryFiles).Single(f => f.Source == source).Read([new RecordedFile(path, json)], reading);
        return reading.Problems;
    }
}
