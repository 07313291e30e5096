using AiAttribution.Cli.Agents.Copilot;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;

namespace AiAttribution.Cli.Agents;

/// <summary>
/// Copilot in VS Code and its kin: spans that the extension keeps for a week when <c>github.copilot.chat.otel.dbSpanExporter.enabled</c> is set.
/// Without it there are its chats and its debug log, which <see cref="VsCodeChatReader"/> and <see cref="VsCodeDebugLogReader"/> read.
/// </summary>
internal sealed class VsCodeCopilotReader : ISessionReader
{
    // Only "chat" spans are responses; the spans around them repeat their sums.
    private const string Responses = """
        SELECT s.*, w.value AS cache_write_tokens FROM spans s
        LEFT JOIN span_attributes w ON w.span_id = s.span_id AND w.key = 'gen_ai.usage.cache_creation.input_tokens'
        WHERE s.operation_name = 'chat' ORDER BY s.start_time_ms
        """;

    public string Agent => "copilot";

    public IEnumerable<string> Files(AgentHome home) =>
        VsCodeFolders.GlobalStorage(home).SelectMany(storage => LogFiles.Existing(Path.Combine(storage, "github.copilot-chat", "agent-traces.db")));

    public IEnumerable<AgentSession> Read(string path, LogProblems problems)
    {
        using var traces = new SqliteLog(path, problems);
        if (!traces.Has("spans"))
            return [];
        var sessions = new Dictionary<string, SessionDraft>(StringComparer.Ordinal);
        foreach (SqliteRow row in traces.Query(Responses))
        {
            string id = row.Text("chat_session_id") ?? row.Text("conversation_id") ?? row.Text("trace_id") ?? "";
            if (!sessions.TryGetValue(id, out SessionDraft? draft))
                sessions.Add(id, draft = new SessionDraft(Agent, id));
            draft.Add(new UsageRecord(row.Text("span_id") ?? "", row.Time("start_time_ms"), row.Text("response_model") ?? row.Text("request_model"), Tokens(row, draft.Counts)));
        }

        return [.. sessions.Values.Select(draft => draft.ToSession())];
    }

    // The conventions of OpenTelemetry: input includes cached tokens, output includes reasoning.
    private static TokenUsage Tokens(SqliteRow row, TokenCounts counts) => counts.Inclusive(
        counts.Of(row, "input_tokens"),
        counts.Of(row, "output_tokens"),
        counts.Of(row, "cached_tokens"),
        counts.Of(row, "cache_write_tokens"),
        counts.Of(row, "reasoning_tokens"));
}
