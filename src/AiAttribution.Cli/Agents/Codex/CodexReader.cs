using System.Text.Json;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Agents.Codex;

/// <summary>OpenAI Codex: one rollout file for each thread, plain or compressed with zstd; while Codex compresses one both exist.</summary>
internal sealed class CodexReader : ISessionReader
{
    public string Agent => "codex";

    public IEnumerable<string> Files(AgentHome home)
    {
        IReadOnlyList<string> roots = home.Folders("CODEX_HOME") is { Count: > 0 } configured ? configured : [home.In(".codex")];
        return roots.SelectMany(root => new[] { Path.Combine(root, "sessions"), Path.Combine(root, "archived_sessions") })
            .SelectMany(folder => LogFiles.Below(folder, "rollout-*.jsonl"));
    }

    public IEnumerable<AgentSession> Read(string path, LogProblems problems)
    {
        CodexThread? thread = null;
        foreach (JsonElement line in JsonLines.Of(path, problems))
        {
            thread ??= new CodexThread(Agent, Header(line), line.Time("timestamp"), NameOf(path));
            thread.Add(line);
        }

        if (thread is null)
            return [];
        AgentSession session = thread.ToSession();
        if (thread.IsGuess)
            problems.Add("where the answers copied from the parent end is told by no mark, only by a pause: the session is no longer exact");
        return [session];
    }

    private static JsonElement Header(JsonElement line) => line.Is("type", "session_meta") ? line.Get("payload") : default;

    // rollout-2026-05-01T10-00-00-THREAD.jsonl: the thread's id is the last 36 characters.
    private static string NameOf(string path)
    {
        string name = Path.GetFileName(path).Split(".jsonl")[0];
        return name.Length > 36 ? name[^36..] : name;
    }
}
