using System.Text.Json;
using AiAttribution.Cli.Sessions.Logs;
using AiAttribution.Core.Sessions;

namespace AiAttribution.Cli.Sessions.Readers;

/// <summary>
/// Claude Code: <c>projects/FOLDER/SESSION.jsonl</c> and its sub-agents' files below, whose lines carry the parent's session id.
/// One response is written as several lines; resume, fork and compaction copy lines into new files.
/// </summary>
internal sealed class ClaudeCodeReader : ISessionReader
{
    public string Agent => "claude-code";

    public IEnumerable<string> Files(AgentHome home) =>
        Roots(home).SelectMany(root => LogFiles.Below(root, "*.jsonl")).Concat(DesktopFiles(home));

    public IEnumerable<AgentSession> Read(string path, LogProblems problems)
    {
        var sessions = new Dictionary<string, ClaudeCodeSession>(StringComparer.Ordinal);
        string fallback = Path.GetFileNameWithoutExtension(path);
        ClaudeCodeSession? current = null;
        foreach (JsonElement line in JsonLines.Of(path, problems))
        {
            JsonElement id = line.Get("sessionId");
            if (current is null || id.ValueKind != JsonValueKind.String || !id.ValueEquals(current.Draft.Id))
                current = Session(line.Text("sessionId") ?? fallback);
            current.Add(line);
        }

        return sessions.Values.Select(session => session.Draft.ToSession());

        ClaudeCodeSession Session(string id)
        {
            if (!sessions.TryGetValue(id, out ClaudeCodeSession? session))
                sessions.Add(id, session = new ClaudeCodeSession(new SessionDraft(Agent, id)));
            return session;
        }
    }

    private static IEnumerable<string> Roots(AgentHome home)
    {
        IReadOnlyList<string> configured = home.Folders("CLAUDE_CONFIG_DIR");
        IEnumerable<string> folders = configured.Count > 0 ? configured : [home.In(".claude"), Path.Combine(home.ConfigFolder, "claude")];
        return folders.Select(folder => Path.GetFileName(folder) == "projects" ? folder : Path.Combine(folder, "projects"));
    }

    // The desktop application runs the same agent with a configuration folder of its own for each conversation.
    private static IEnumerable<string> DesktopFiles(AgentHome home)
    {
        string packages = Path.Combine(home.Variable("LOCALAPPDATA") ?? home.In("AppData", "Local"), "Packages");
        IEnumerable<string> stores = LogFiles.Folders(packages, "Claude_*").Select(folder => Path.Combine(folder, "LocalCache", "Roaming", "Claude"));
        string projects = Path.DirectorySeparatorChar + "projects" + Path.DirectorySeparatorChar;
        return home.ApplicationFolders("Claude").Concat(stores)
            .SelectMany(folder => LogFiles.Below(Path.Combine(folder, "local-agent-mode-sessions"), "*.jsonl"))
            .Where(file => file.Contains(projects, StringComparison.Ordinal));
    }
}
