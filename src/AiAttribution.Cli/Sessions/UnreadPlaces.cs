using AiAttribution.Cli.Agents;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;

namespace AiAttribution.Cli.Sessions;

/// <summary>
/// What agents keep on this machine that holds no tokens or that nobody reads. It is named, so that "no session" is never said where logs lie.
/// </summary>
internal static class UnreadPlaces
{
    private const string NoTokens = "keeps no tokens on disk; its vendor's usage report has them";
    private const string Encrypted = "these conversations are encrypted and cannot be read; its vendor's usage report has them";
    private const string NoStores = "its list of projects leads to no store on this machine";
    private const string NotRead = "keeps logs here that are not read";
    private const string Astray = "names a place that is not there, so no logs of its agent are found";

    /// <summary>A sentence for each agent whose place was found and who has no session.</summary>
    public static IReadOnlyList<string> Of(AgentHome home, IReadOnlyList<ISessionReader> readers, IReadOnlyList<SessionSummary> sessions)
    {
        HashSet<string> asked = [.. readers.Select(reader => reader.Agent)];
        HashSet<string> known = [.. SessionReaders.All.Select(reader => reader.Agent)];
        HashSet<string> found = [.. sessions.Select(session => session.Agent)];
        bool isAll = readers.Count == SessionReaders.All.Count;
        return [.. Places(home)
            .Where(place => isAll || asked.Contains(place.Agent))
            .Where(place => place.Sentence == Encrypted || !known.Contains(place.Agent) || !found.Contains(place.Agent))
            .Where(place => Exists(place.Path))
            .DistinctBy(place => (place.Agent, place.Sentence))
            .Select(place => $"{place.Agent}: {place.Sentence} ({home.Printable(place.Path)}).")
            .Concat(home.Astray.Select(variable => $"{variable}: {Astray}."))];
    }

    private static IEnumerable<(string Agent, string Sentence, string Path)> Places(AgentHome home) =>
    [
        .. Named("cursor", NoTokens, home.In(".cursor", "chats"), home.In(".cursor", "projects")),
        .. Named("cursor", NoTokens, [.. home.ApplicationFolders("Cursor").Select(folder => Path.Combine(folder, "User", "globalStorage", "state.vscdb"))]),
        .. Named("warp", NoTokens, Warp(home)),
        .. Named("jetbrains-ai-assistant", NoTokens, [.. JetBrains(home)]),
        .. Named("copilot in JetBrains", NoTokens, [.. CopilotInJetBrains(home)]),
        .. Named("kiro", NoTokens, [.. home.ApplicationFolders("Kiro").Select(folder => Path.Combine(folder, "User", "globalStorage", "kiro.kiroagent"))]),
        .. Named("amazon-q", NoTokens, Path.Combine(home.DataFolder, "amazon-q", "data.sqlite3"), home.In("Library", "Application Support", "amazon-q", "data.sqlite3")),
        .. Named("crush", NoStores, Path.Combine(home.DataFolder, "crush", "projects.json"), Path.Combine(Local(home), "crush", "projects.json")),
        .. Named("antigravity", Encrypted, [.. AntigravityReader.Products.SelectMany(product => Lone(home.In(".gemini", product, "conversations")))]),
        .. Named("windsurf", Encrypted, home.In(".codeium", "windsurf", "cascade"), home.In(".codeium", "windsurf-next", "cascade")),
        .. Named("augment", NotRead, home.In(".augment", "sessions")),
        .. Named("codebuddy", NotRead, home.In(".codebuddy", "projects")),
        .. Named("codebuff", NotRead, Path.Combine(home.ConfigFolder, "manicode", "projects")),
        .. Named("continue", NotRead, home.In(".continue", "sessions")),
        .. Named("grok-cli", NotRead, home.In(".grok", "grok.db")),
        .. Named("iflow", NotRead, home.In(".iflow", "projects")),
        .. Named("mistral-vibe", NotRead, home.In(".vibe", "logs", "session")),
        .. Named("mux", NotRead, home.In(".mux", "sessions")),
        .. Named("openhands", NotRead, home.In(".openhands", "conversations"), home.In(".openhands", "sessions")),
        .. Named("qoder", NotRead, home.In(".qoder", "projects")),
        .. Named("qwen-code", NotRead, home.In(".qwen", "tmp")),
        .. Named("rovo-dev", NotRead, home.In(".rovodev", "sessions")),
        .. Named("trae", NotRead, [.. home.ApplicationFolders("Trae").Select(folder => Path.Combine(folder, "User", "workspaceStorage"))]),
    ];

    private static IEnumerable<(string Agent, string Sentence, string Path)> Named(string agent, string sentence, params string[] paths) =>
        paths.Select(path => (agent, sentence, path));

    private static string[] Warp(AgentHome home) =>
    [
        home.In(".local", "state", "warp-terminal", "warp.sqlite"),
        home.In("Library", "Group Containers", "2BBY89MBSN.dev.warp", "Library", "Application Support", "dev.warp.Warp-Stable", "warp.sqlite"),
        home.In("Library", "Application Support", "dev.warp.Warp-Stable", "warp.sqlite"),
        Path.Combine(Local(home), "warp", "Warp", "data", "warp.sqlite"),
        home.In(".warp"),
    ];

    private static IEnumerable<string> JetBrains(AgentHome home) =>
        new[] { home.In(".cache", "JetBrains"), home.In("Library", "Caches", "JetBrains"), Path.Combine(Local(home), "JetBrains") }
            .Concat(home.ApplicationFolders("JetBrains"))
            .SelectMany(products => LogFiles.Folders(products))
            .SelectMany(product => new[] { Path.Combine(product, "aia"), Path.Combine(product, "aia-task-history") });

    private static IEnumerable<string> CopilotInJetBrains(AgentHome home) =>
        new[] { Path.Combine(home.ConfigFolder, "github-copilot"), Path.Combine(Local(home), "github-copilot") }
            .SelectMany(root => LogFiles.Folders(root))
            .SelectMany(product => LogFiles.Folders(product, "chat*-sessions"));

    // A conversation that was brought into the newer store is read there.
    private static IEnumerable<string> Lone(string conversations) =>
        LogFiles.In(conversations, "*.pb").Where(path => !File.Exists(Path.ChangeExtension(path, ".db"))).Take(1);

    private static string Local(AgentHome home) => home.Variable("LOCALAPPDATA") ?? home.In("AppData", "Local");

    private static bool Exists(string path) => File.Exists(path) || LogFiles.Folders(path).Any() || LogFiles.In(path, "*").Any();
}
