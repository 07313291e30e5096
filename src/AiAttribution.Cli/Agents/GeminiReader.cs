using System.Text.Json;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Agents;

/// <summary>
/// Gemini CLI: a journal of messages for each session, <c>.jsonl</c> now and one <c>.json</c> document before. A message is written again when it changes;
/// a rewound one was paid for and counts.
/// </summary>
internal sealed class GeminiReader : ISessionReader
{
    public string Agent => "gemini-cli";

    public IEnumerable<string> Files(AgentHome home) =>
        LogFiles.Folders(Path.Combine(home.Variable("GEMINI_CLI_HOME") ?? home.Directory, ".gemini", "tmp"))
            .SelectMany(project => LogFiles.Below(Path.Combine(project, "chats"), "*.json*"));

    public IEnumerable<AgentSession> Read(string path, LogProblems problems)
    {
        var chat = new GeminiChat(Agent, path);
        if (path.EndsWith(".json", StringComparison.Ordinal))
        {
            using JsonDocument document = LogFiles.Document(path);
            chat.AddHeader(document.RootElement);
            foreach (JsonElement message in document.RootElement.Get("messages").Items())
                chat.AddMessage(message);
        }
        else
        {
            foreach (JsonElement line in JsonLines.Of(path, problems))
            {
                if (line.Text("sessionId") is not null)
                    chat.AddHeader(line);
                else
                    chat.AddMessage(line);
            }
        }

        return chat.ToSessions();
    }
}
