using System.Diagnostics;
using System.Text.Json.Nodes;

namespace AiAttribution.Package.Tests.Fixtures;

/// <summary>csharp-ls with the root of a sandbox open, driven as an editor drives it.</summary>
internal sealed class CsharpLs : IDisposable
{
    private static readonly string[] Severities = ["", "error", "warning", "information", "hint"];

    private readonly string _root;
    private readonly LspConnection _server;
    private int _version = 1;

    public CsharpLs(Sandbox sandbox)
    {
        _root = sandbox.Root;
        _server = new LspConnection(sandbox.Open("", CsharpLsFactAttribute.Program), _ => Settings(analyzers: true));
        _server.Ask("initialize", new JsonObject
        {
            ["processId"] = Environment.ProcessId,
            ["rootUri"] = UriOf(""),
            ["workspaceFolders"] = new JsonArray(new JsonObject { ["uri"] = UriOf(""), ["name"] = "root" }),
            ["capabilities"] = new JsonObject { ["workspace"] = new JsonObject { ["configuration"] = true }, ["textDocument"] = new JsonObject { ["diagnostic"] = new JsonObject() } },
        });
        _server.Tell("initialized", []);
    }

    /// <summary>Opens a file and gives what is shown at it.</summary>
    public string[] Open(string path)
    {
        _server.Tell("textDocument/didOpen", new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = UriOf(path), ["languageId"] = "csharp", ["version"] = _version, ["text"] = File.ReadAllText(Path.Combine(_root, path)) },
        });
        return Shown(path);
    }

    /// <summary>Types, so that the buffer has this text and the disk has not, and gives what is shown then.</summary>
    public string[] Type(string path, string text)
    {
        _server.Tell("textDocument/didChange", new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = UriOf(path), ["version"] = ++_version },
            ["contentChanges"] = new JsonArray(new JsonObject { ["text"] = text }),
        });
        return Shown(path);
    }

    /// <summary>Tells that a file changed on disk.</summary>
    public void Changed(string path) =>
        _server.Tell("workspace/didChangeWatchedFiles", new JsonObject { ["changes"] = new JsonArray(new JsonObject { ["uri"] = UriOf(path), ["type"] = 2 }) });

    /// <summary>Sets whether analyzers run.</summary>
    public void Analyze(bool on) =>
        _server.Tell("workspace/didChangeConfiguration", new JsonObject { ["settings"] = new JsonObject { ["csharp"] = Settings(on) } });

    /// <summary>Ours at a file as <c>AIA1001 warning 7</c>, with lines from 1 on.</summary>
    public string[] Shown(string path) =>
        [.. Diagnostics(path).Select(item => $"{item["code"]} {Severities[(int)item["severity"]!]} {(int)item["range"]!["start"]!["line"]! + 1}")];

    /// <summary>The same, once it is another than before; as it was when it stays that for minutes.</summary>
    public string[] ShownAfter(string path, string[] before)
    {
        var since = Stopwatch.StartNew();
        string[] shown = Shown(path);
        for (; shown.SequenceEqual(before) && since.Elapsed < LspConnection.Limit; shown = Shown(path))
            Thread.Sleep(100);
        return shown;
    }

    /// <summary>Ours at a file as they are sent.</summary>
    public IEnumerable<JsonNode> Diagnostics(string path) =>
        from item in _server.Ask("textDocument/diagnostic", new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = UriOf(path) } })!["items"]!.AsArray()
        where item["code"]!.ToString().StartsWith("AIA", StringComparison.Ordinal)
        select item;

    public void Dispose() => _server.Dispose();

    private static JsonObject Settings(bool analyzers) => new() { ["analyzersEnabled"] = analyzers };

    private string UriOf(string path) => new Uri(Path.Combine(_root, path)).AbsoluteUri;
}
