using System.Text.Json;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;

namespace AiAttribution.Cli.Agents.Copilot;

/// <summary>
/// The chats of VS Code: a journal for each, a whole document before. They hold counts since April 2026: the prompt of a turn's last round, and all of the turn's
/// output, so the sum is a lower bound.
/// </summary>
internal sealed class VsCodeChatReader : ISessionReader
{
    public string Agent => "copilot";

    public IEnumerable<string> Files(AgentHome home) =>
        VsCodeFolders.WorkspaceStorage(home).Select(storage => Path.Combine(storage, "chatSessions"))
            .Concat(VsCodeFolders.GlobalStorage(home).Select(storage => Path.Combine(storage, "emptyWindowChatSessions")))
            .SelectMany(folder => LogFiles.In(folder, "*.json*"));

    public IEnumerable<AgentSession> Read(string path, LogProblems problems)
    {
        var draft = new SessionDraft(Agent, Path.GetFileName(path).Split('.')[0])
        {
            WorkingDirectory = VsCodeFolders.Opened(Path.GetDirectoryName(Path.GetDirectoryName(path))),
            Exactness = Exactness.Partial,
        };
        var chat = new VsCodeChat(draft);
        if (path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            using JsonDocument document = LogFiles.Document(path);
            chat.AddDocument(document.RootElement);
        }
        else
        {
            foreach (JsonElement line in JsonLines.Of(path, problems))
                chat.AddEntry(line);
        }

        return chat.ToSession() is { } session ? [session] : [];
    }
}
