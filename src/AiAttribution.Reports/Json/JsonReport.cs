using System.Text.Json;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Gate;
using AiAttribution.Core.Model.Release;
using AiAttribution.Core.Outcomes;
using AiAttribution.Core.Policy;

namespace AiAttribution.Reports.Json;

/// <summary>Writes <c>AiAttribution.json</c>: the report that other tools read. Its schema is <c>nuget/ai-attribution-report.schema.json</c>.</summary>
internal static class JsonReport
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "AiAttribution.json";

    /// <summary>Version of the schema; it grows when a reader of the version before would go wrong.</summary>
    public const int Version = 1;

    private const string Schema = "https://raw.githubusercontent.com/aiattribution/aiattribution/main/nuget/ai-attribution-report.schema.json";

    /// <summary>The report as text with LF line ends; equal models give equal bytes.</summary>
    public static string Write(ReportModel report) => JsonText.Of(json => WriteReport(json, report));

    private static void WriteReport(Utf8JsonWriter json, ReportModel report)
    {
        json.WriteStartObject();
        json.WriteString("$schema", Schema);
        json.WriteNumber("version", Version);
        json.WriteString("subject", report.Subject);
        json.WriteString("commit", report.Commit);
        json.WriteString("toolVersion", report.ToolVersion);
        json.WriteList("artifacts", report.Artifacts, WriteArtifact);
        WritePolicy(json, report);
        WriteLines(json, report.Lines);
        WriteSince(json, report.Since);
        json.WriteNumber("membersOfBaseline", report.BaselineMembers);
        if (report.Unread.Count > 0)
            json.WriteList("notJudged", report.Unread, WriteUnread);
        json.WriteList("members", report.Members, JsonMembers.Write);
        json.WriteList("files", report.Files, WriteFile);
        if (report.Evidence is { } evidence)
            WriteEvidence(json, evidence);
        else
            json.WriteNull("evidence");
        WriteTrails(json, report);
        json.WriteList("funnel", report.Funnel, WriteStage);
        JsonSurvival.Write(json, report.Survival);
        JsonOutcomes.Write(json, report.Outcomes);
        JsonTokens.Write(json, report.Tokens);
        JsonBudgets.Write(json, report);
        JsonRules.Write(json, report.Judged);
        JsonRules.Write(json, ReleaseGate.Of(report));
        JsonRules.Write(json, report.Policy, report.Rules, report.Today);
        JsonRules.Write(json, report.Suppressions);
        JsonRules.Write(json, report.LeftOut);
        JsonRules.Write(json, report.Approvals);
        json.WriteList("notes", report.Notes, WriteNote);
        json.WriteEndObject();
    }

    private static void WritePolicy(Utf8JsonWriter json, ReportModel report)
    {
        json.WriteStartObject("policy");
        json.WriteString("file", report.PolicyFile);
        json.WriteString("sha256", report.PolicyDigest);
        json.WriteString("attributionMode", report.Policy.Mode == AttributionMode.Git ? "git" : "meaning");
        json.WriteNumber("heavyShare", report.Policy.Share);
        json.WriteNumber("heavyLines", report.Policy.MinimumLines);
        json.WriteString("since", report.Policy.Since);
        json.WriteBoolean("sinceAdoption", report.Policy.IsSinceAdoption);
        json.WriteNumber("graceDays", report.Policy.GraceDays);
        json.WriteList("deploymentTags", report.Policy.DeploymentTags, (w, tag) => w.WriteStringValue(tag.Pattern));
        json.WriteList("evidenceSources", EvidenceKindNames.Of(report.Policy.Evidence.Sources), (w, kind) => w.WriteStringValue(kind));
        json.WriteEndObject();
    }

    private static void WriteSince(Utf8JsonWriter json, ReleaseSince? since)
    {
        if (since is null)
            return;
        json.WriteStartObject("since");
        json.WriteString("release", since.Name);
        json.WriteString("commit", since.Commit);
        json.WriteString("time", JsonWriting.Time(since.Time));
        json.WriteNumber("commits", since.Commits.Count);
        json.WriteNumber("aiCommits", since.AiCommits);
        json.WriteEndObject();
    }

    private static void WriteArtifact(Utf8JsonWriter json, ReportArtifact artifact)
    {
        json.WriteStartObject();
        json.WriteString("name", artifact.Name);
        json.WriteString("sha256", artifact.Sha256);
        json.WriteEndObject();
    }

    private static void WriteLines(Utf8JsonWriter json, LineTally lines)
    {
        json.WriteStartObject("lines");
        json.WriteNumber("total", lines.Total);
        json.WriteNumber("ai", lines.Ai);
        json.WriteNumber("aiBaseline", lines.Baseline);
        if (lines.AiNotCommitted > 0)
            json.WriteNumber("aiNotCommitted", lines.AiNotCommitted);
        json.WriteStartObject("aiByGrade");
        foreach (EvidenceGrade grade in new[] { EvidenceGrade.Lines, EvidenceGrade.Declared, EvidenceGrade.Weak })
            json.WriteNumber(ReportWords.Of(grade), lines.Of(grade));
        json.WriteEndObject();
        json.WriteCounts("aiByAgent", lines.Agents);
        json.WriteBoolean("groupsPutTogether", lines.Agents.HidesSome);
        json.WriteNumber("other", lines.Other);
        json.WriteNumber("unknown", lines.Unknown);
        json.WriteStartObject("unknownByCause");
        json.WriteNumber("historyMissing", lines.HistoryMissing);
        json.WriteNumber("notCommitted", lines.NotCommitted);
        json.WriteNumber("inPart", lines.InPart);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteUnread(Utf8JsonWriter json, ReportUnread unread)
    {
        json.WriteStartObject();
        json.WriteString("extension", unread.Extension);
        json.WriteNumber("aiLines", unread.AiLines);
        json.WriteNumber("files", unread.Files);
        json.WriteEndObject();
    }

    private static void WriteFile(Utf8JsonWriter json, ReportFile file)
    {
        json.WriteStartObject();
        json.WriteString("path", file.Path);
        json.WriteNumber("total", file.Total);
        json.WriteNumber("ai", file.Ai);
        json.WriteNumber("other", file.Other);
        json.WriteNumber("unknown", file.Unknown);
        json.WriteNumber("inPart", file.InPart);
        json.WriteString("measurement", file.Measurement.ToString().ToLowerInvariant());
        json.WriteString("binding", ReportWords.Of(file.Binding));
        json.WriteEndObject();
    }

    private static void WriteEvidence(Utf8JsonWriter json, ReportEvidence evidence)
    {
        json.WriteStartObject("evidence");
        json.WriteNumber("commits", evidence.Commits);
        json.WriteNumber("aiCommits", evidence.AiCommits);
        json.WriteNumber("weakCommits", evidence.WeakCommits);
        json.WriteBoolean("shallow", evidence.IsShallow);
        json.WriteCounts("commitsByKind", evidence.Kinds);
        json.WriteCounts("commitsByAgent", evidence.Agents);
        json.WriteBoolean("groupsPutTogether", evidence.Agents.HidesSome);
        json.WriteNumber("gitAiNotes", evidence.Notes);
        json.WriteNumber("gitAiNotesElsewhere", evidence.UnreachableNotes);
        json.WriteNumber("commitsWithAdoptedNotes", evidence.AdoptedNotes);
        json.WriteNumber("commitsInPart", evidence.InPart);
        json.WriteNumber("commitsWithOriginals", evidence.Resolved);
        json.WriteList("silence", evidence.Silence, (w, sign) => w.WriteStringValue(sign.Words));
        json.WriteList("silenceSigns", evidence.Silence, JsonSilence.Write);
        json.WriteString("foreignNotes", evidence.ForeignNotes);
        json.WriteEndObject();
    }

    private static void WriteTrails(Utf8JsonWriter json, ReportModel report)
    {
        json.WriteStartObject("tests");
        json.WriteNumber("reports", report.Tests.Reports);
        json.WriteNumber("measuredFiles", report.Tests.MeasuredFiles);
        json.WriteNumber("staleFiles", report.Tests.StaleFiles);
        json.WriteList("unresolved", report.Tests.Unresolved, (w, name) => w.WriteStringValue(name));
        json.WriteEndObject();
        JsonDeployments.Write(json, report.Deployments);
    }

    private static void WriteStage(Utf8JsonWriter json, FunnelStage stage)
    {
        json.WriteStartObject();
        json.WriteString("step", stage.Step.ToString().ToLowerInvariant());
        json.WriteNumber("reached", stage.Reached);
        json.WriteNumber("missed", stage.Missed);
        json.WriteNumber("unknown", stage.Unknown);
        json.WriteEndObject();
    }

    private static void WriteNote(Utf8JsonWriter json, BuildProblem note)
    {
        json.WriteStartObject();
        json.WriteString("code", note.Diagnostic.Code);
        json.WriteString("title", note.Diagnostic.Title);
        json.WriteString("message", note.Message);
        json.WriteString("remedy", note.Remedy);
        json.WriteString("file", note.File);
        json.WriteNumber("line", note.Line);
        json.WriteNumber("column", note.Column);
        json.WriteEndObject();
    }
}
