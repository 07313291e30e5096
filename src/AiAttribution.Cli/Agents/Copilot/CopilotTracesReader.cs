using System.Text.Json;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Sessions.Recorded;

namespace AiAttribution.Cli.Agents.Copilot;

/// <summary>
/// Traces that Copilot writes as files: Visual Studio without any setting, into a temporary folder that may be cleaned any day; the CLI when its exporter of files
/// is on. The spans of one conversation lie in several files, some of them twice.
/// </summary>
internal sealed class CopilotTracesReader : ISessionReader
{
    public string Agent => "copilot";

    public IEnumerable<string> Files(AgentHome home)
    {
        string[] temporary = [Path.Combine(home.Variable("LOCALAPPDATA") ?? home.In("AppData", "Local"), "Temp"), home.Variable("TMP") ?? "", home.Variable("TEMP") ?? ""];
        string copilot = home.Variable("COPILOT_HOME") ?? home.In(".copilot");
        return temporary.Where(folder => folder.Length > 0)
            .SelectMany(folder => LogFiles.In(Path.Combine(folder, "VSGitHubCopilotLogs", "traces"), "*_VSGitHubCopilot_traces*.jsonl"))
            .Concat(LogFiles.In(Path.Combine(copilot, "otel"), "*.jsonl"))
            .Concat(home.Variable("COPILOT_OTEL_FILE_EXPORTER_PATH") is { } exported ? LogFiles.Existing(exported) : []);
    }

    public IEnumerable<AgentSession> Read(string path, LogProblems problems)
    {
        var sessions = new Dictionary<string, SessionDraft>(StringComparer.Ordinal);
        foreach (JsonElement line in JsonLines.Of(path, problems))
        {
            foreach (TelemetryRecord record in OtlpSpans.Read(line))
            {
                Draft(record.Session).Add(record.Response);
                if (!record.IsWhole)
                    Draft(record.Session).Counts.Strange();
            }

            foreach ((string session, string tool, string arguments, DateTimeOffset? time) in OtlpSpans.ToolCalls(line))
                EditTools.NoteText(Draft(session), tool, arguments, time);
        }

        return [.. sessions.Values.Where(draft => draft.HasWork).Select(draft => draft.ToSession())];

        SessionDraft Draft(string session)
        {
            if (!sessions.TryGetValue(session, out SessionDraft? draft))
                sessions.Add(session, draft = new SessionDraft(Agent, session));
            return draft;
        }
    }
}
