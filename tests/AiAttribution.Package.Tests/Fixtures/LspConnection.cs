using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace AiAttribution.Package.Tests.Fixtures;

/// <summary>Asks and tells a language server by its standard streams. One that gives no answer for minutes is ended, and whoever waits is told.</summary>
internal sealed class LspConnection : IDisposable
{
    /// <summary>More than any answer takes, on a machine however busy.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly ConcurrentQueue<string> _log = [];
    private readonly Process _server;
    private readonly Func<string, JsonNode?> _settings;
    private int _id;

    /// <param name="server">The process.</param>
    /// <param name="settings">What its client has set in a section.</param>
    public LspConnection(Process server, Func<string, JsonNode?> settings)
    {
        (_server, _settings) = (server, settings);
        _server.ErrorDataReceived += (_, line) => _log.Enqueue(line.Data ?? "");
        _server.BeginErrorReadLine();
    }

    /// <summary>What the server answers. What it asks meanwhile is answered, too.</summary>
    public JsonNode? Ask(string method, JsonObject? parameters = null)
    {
        using var watchdog = new Timer(_ => _server.Kill(entireProcessTree: true), null, Limit, Timeout.InfiniteTimeSpan);
        string id = (++_id).ToString(CultureInfo.InvariantCulture);
        Send(new JsonObject { ["id"] = _id, ["method"] = method, ["params"] = parameters });
        while (true)
        {
            JsonObject message = Receive();
            if (message["method"] is JsonNode asked)
                Answer(asked.ToString(), message);
            else if (message["id"]?.ToString() == id)
                return message["error"] is JsonNode error ? throw new InvalidOperationException($"{method}: {error}") : message["result"];
        }
    }

    public void Tell(string method, JsonObject? parameters = null) => Send(new JsonObject { ["method"] = method, ["params"] = parameters });

    /// <summary>Ends the server as an editor does.</summary>
    public void Dispose()
    {
        Ask("shutdown");
        Tell("exit");
        bool ended = _server.WaitForExit(Limit);
        if (!ended)
            _server.Kill(entireProcessTree: true);
        Assert.True(ended && _server.ExitCode == 0, string.Join('\n', _log));
        _server.Dispose();
    }

    private void Answer(string method, JsonObject message)
    {
        if (message["id"] is not JsonNode id)
            return;
        JsonNode? result = method == "workspace/configuration"
            ? new JsonArray([.. message["params"]!["items"]!.AsArray().Select(item => _settings(item!["section"]!.ToString()))])
            : null;
        Send(new JsonObject { ["id"] = id.DeepClone(), ["result"] = result });
    }

    private void Send(JsonObject message)
    {
        message["jsonrpc"] = "2.0";
        byte[] body = Encoding.UTF8.GetBytes(message.ToJsonString());
        Stream input = _server.StandardInput.BaseStream;
        input.Write(Encoding.ASCII.GetBytes($"Content-Length: {body.Length}\r\n\r\n"));
        input.Write(body);
        input.Flush();
    }

    private JsonObject Receive()
    {
        Stream output = _server.StandardOutput.BaseStream;
        int length = 0;
        for (string line = Line(output); line.Length > 0; line = Line(output))
        {
            if (line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
                length = int.Parse(line["Content-Length:".Length..], CultureInfo.InvariantCulture);
        }

        byte[] body = new byte[length];
        output.ReadExactly(body);
        return JsonNode.Parse(body)!.AsObject();
    }

    private string Line(Stream output)
    {
        StringBuilder line = new();
        for (int c = output.ReadByte(); c != '\n'; c = output.ReadByte())
        {
            if (c < 0)
                throw new EndOfStreamException("The server ended: " + string.Join('\n', _log));
            if (c != '\r')
                line.Append((char)c);
        }

        return line.ToString();
    }
}
