using System.Runtime.CompilerServices;
using System.Text.Json;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;

namespace AiAttribution.Cli.Agents.ClaudeCode;

/// <summary>
/// Claude Code: <c>projects/FOLDER/SESSION.jsonl</c> and its sub-agents' files below, whose lines carry the parent's session id.
/// One response is written as several lines; resume, fork and compaction copy lines into new files.
/// </summary>
internal sealed class ClaudeCodeReader : ISessionReader
{
    private static readonly string SubAgents = Path.DirectorySeparatorChar + "subagents" + Path.DirectorySeparatorChar;

    public string Agent => "claude-code";

    public IEnumerable<string> Files(AgentHome home) =>
        Roots(home).SelectMany(root => LogFiles.Below(root, "*.jsonl")).Concat(DesktopFiles(home));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public IEnumerable<AgentSession> Read(string path, LogProblems problems)
    {
        var sessions = new Dictionary<string, ClaudeCodeSession>(StringComparer.Ordinal);
        var id = new RepeatedText();
        ClaudeCodeSession? current = null;
        using Stream log = CompressedLog.Open(path, problems);
        using var buffer = new LineBuffer(log);
        while (buffer.Next())
        {
            if (buffer.Line.IsEmpty || TryAdd(buffer.Line.Span))
                continue;
            problems.IsTorn |= buffer.IsTail; // A tail without line end is being written; it will be read when it is whole.
            problems.BadLines += buffer.IsTail ? 0 : 1;
        }

        problems.Add(buffer);
        // Beside the transcripts of sub-agents lie journals of their workflow: their lines name no session.
        if (path.Contains(SubAgents, StringComparison.Ordinal) && sessions.TryGetValue(LogFiles.NameOf(path), out ClaudeCodeSession? unnamed) && !unnamed.HasWork)
            sessions.Remove(LogFiles.NameOf(path));
        return [.. sessions.Values.Select(session => session.ToSession())];

        bool TryAdd(ReadOnlySpan<byte> bytes)
        {
            try
            {
                if (!ClaudeCodeLine.TryRead(bytes, out ClaudeCodeLine line))
                    return true;
                if (current is null || !id.Is(line.SessionId))
                    current = Session(id.Of(line.SessionId) ?? LogFiles.NameOf(path));
                current.Add(line);
                return true;
            }
            catch (JsonException)
            {
                return false;
            }
        }

        ClaudeCodeSession Session(string name)
        {
            if (!sessions.TryGetValue(name, out ClaudeCodeSession? session))
                sessions.Add(name, session = new ClaudeCodeSession(new SessionDraft(Agent, name)));
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
