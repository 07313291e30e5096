using System.Text.Json;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Agents;

/// <summary>Kiro: counts credits, never tokens. Its CLI keeps one document for each session, its editor a folder.</summary>
internal sealed class KiroReader : ISessionReader
{
    public string Agent => "kiro";

    public IEnumerable<string> Files(AgentHome home)
    {
        string sessions = Path.Combine(home.Variable("KIRO_HOME") ?? home.In(".kiro"), "sessions");
        return LogFiles.In(Path.Combine(sessions, "cli"), "*.json")
            .Concat(LogFiles.Folders(sessions).SelectMany(workspace => LogFiles.Folders(workspace, "sess_*")).SelectMany(folder => LogFiles.In(folder, "messages.jsonl")));
    }

    public IEnumerable<AgentSession> Read(string path, LogProblems problems) =>
        [LogFiles.NameOf(path) == "messages" ? ReadEditor(path, problems) : ReadCli(path)];

    private AgentSession ReadCli(string path)
    {
        using JsonDocument document = LogFiles.Document(path);
        JsonElement session = document.RootElement;
        SessionDraft draft = Draft(session.Text("session_id") ?? Path.GetFileNameWithoutExtension(path));
        draft.WorkingDirectory = session.Text("cwd");
        draft.See(session.Time("created_at"));
        draft.See(session.Time("updated_at"));
        foreach (JsonElement turn in session.Get("session_state").Get("conversation_metadata").Get("user_turn_metadatas").Items())
        {
            foreach (JsonElement usage in turn.Get("metering_usage").Items())
                AddCredits(draft, usage.Amount("value"));
        }

        return draft.ToSession();
    }

    private AgentSession ReadEditor(string path, LogProblems problems)
    {
        SessionDraft draft = Draft(Path.GetFileName(Path.GetDirectoryName(path))!);
        foreach (JsonElement line in JsonLines.Of(path, problems))
        {
            draft.See(line.Time("timestamp"));
            JsonElement payload = line.Get("payload");
            if (!payload.Is("type", "usage_summary"))
                continue;
            foreach (JsonElement turn in payload.Get("promptTurnSummaries").Items())
                AddCredits(draft, turn.Amount("usage"));
        }

        return draft.ToSession();
    }

    private SessionDraft Draft(string id) => new(Agent, id) { Exactness = Exactness.CreditsOnly };

    private static void AddCredits(SessionDraft draft, decimal? credits)
    {
        if (credits is not null)
            draft.Credits = (draft.Credits ?? 0) + credits;
    }
}
