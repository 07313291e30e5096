using System.Text.Json;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Agents.Copilot;

/// <summary>Where VS Code and the editors made of it keep what their extensions write, on this machine and on the far end of a remote session.</summary>
internal static class VsCodeFolders
{
    private static readonly string[] Editors =
        ["Code", "Code - Insiders", "Code - OSS", "VSCodium", "VSCodium - Insiders", "Cursor", "Windsurf", "Windsurf - Next", "Antigravity", "Kiro", "Positron", "Trae", "Void"];

    // A container of a development environment has ~/.vscode-remote or ~/.vscode-server.
    private static readonly string[] Servers =
    [
        ".vscode-server", ".vscode-server-insiders", ".vscode-server-oss", ".vscode-remote", ".vscodium-server", ".vscodium-server-insiders", ".openvscode-server",
        ".cursor-server", ".windsurf-server", ".antigravity-server", ".kiro-server", ".positron-server", ".trae-server",
    ];

    private static readonly string[][] Sandboxes = [["com.visualstudio.code", "Code"], ["com.visualstudio.code-oss", "Code - OSS"], ["com.vscodium.codium", "VSCodium"]];

    /// <summary>Folders of extensions' data: the user's own and those of the profiles.</summary>
    public static IEnumerable<string> GlobalStorage(AgentHome home) => Users(home)
        .SelectMany(user => LogFiles.Folders(Path.Combine(user, "profiles")).Prepend(user))
        .Select(profile => Path.Combine(profile, "globalStorage"));

    /// <summary>Folders of what was written while a folder was open, one for each folder.</summary>
    public static IEnumerable<string> WorkspaceStorage(AgentHome home) =>
        Users(home).SelectMany(user => LogFiles.Folders(Path.Combine(user, "workspaceStorage")));

    /// <summary>The folder that was open; null when none was or it is virtual.</summary>
    /// <param name="storage">A folder of <see cref="WorkspaceStorage"/>.</param>
    public static string? Opened(string? storage)
    {
        if (storage is null)
            return null;
        JsonElement workspace = SideFile.Json(Path.Combine(storage, "workspace.json"));
        string? file = FileUri.Path(workspace.Text("workspace") ?? workspace.Text("configuration"));
        return FileUri.Path(workspace.Text("folder")) ?? file?[..Math.Max(file.LastIndexOf('/'), 1)];
    }

    private static IEnumerable<string> Users(AgentHome home) => Editors.SelectMany(home.ApplicationFolders)
        .Concat(Servers.Select(server => home.In(server, "data")))
        .Concat(Sandboxes.Select(sandbox => home.In(".var", "app", sandbox[0], "config", sandbox[1])))
        .Append(Path.Combine(home.DataFolder, "code-server"))
        .Concat(home.Variable("VSCODE_AGENT_FOLDER") is { } server ? [Path.Combine(server, "data")] : [])
        .Concat(home.Variable("VSCODE_PORTABLE") is { } portable ? [Path.Combine(portable, "user-data")] : [])
        .Select(folder => Path.Combine(folder, "User"));
}
