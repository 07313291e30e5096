using System.Text.Json;
using AiAttribution.Cli.Agents.Copilot;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;

namespace AiAttribution.Cli.Agents.RooCode;

/// <summary>Tasks of an extension of VS Code in the shape that the first Cline gave them: a folder for each, with the messages that were shown.</summary>
internal abstract class TaskReader(string agent, string extension) : ISessionReader
{
    public string Agent => agent;

    public virtual IEnumerable<string> Files(AgentHome home) =>
        VsCodeFolders.GlobalStorage(home).SelectMany(storage => Tasks(Path.Combine(storage, extension)));

    public IEnumerable<AgentSession> Read(string path, LogProblems problems)
    {
        var task = new TaskMessages(agent, Path.GetDirectoryName(path)!, problems);
        using JsonDocument document = LogFiles.Document(path);
        task.Add(document.RootElement);
        return [task.ToSession()];
    }

    /// <summary>The tasks that a folder of data holds.</summary>
    protected static IEnumerable<string> Tasks(string data) =>
        LogFiles.Folders(Path.Combine(data, "tasks")).SelectMany(task => LogFiles.In(task, "ui_messages.json"));
}
