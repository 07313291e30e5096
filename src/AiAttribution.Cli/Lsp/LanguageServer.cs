using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using AiAttribution.Cli.Hosting;
using AiAttribution.Core.Text;
using AiAttribution.Git.WorkingTree;

namespace AiAttribution.Cli.Lsp;

/// <summary>Answers one client, message by message, in order. What it cannot take costs that message.</summary>
/// <param name="files">Knows what is recorded of files.</param>
/// <param name="console">Takes the answers; nothing else is written there.</param>
internal sealed class LanguageServer(FileMemory files, ToolConsole console)
{
    private const int ParseError = -32700;
    private const int InvalidRequest = -32600;
    private const int MethodNotFound = -32601;
    private const int InternalError = -32603;
    private const int NotInitialized = -32002;
    private const int MostTexts = 1_000;

    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _clientEnded = new();
    private bool _isInitialized;
    private bool _isShutDown;

    /// <summary>Whether the client said that it is the end.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Whether it asked before whether the server is ready for that.</summary>
    public bool HasEndedInOrder => _isShutDown;

    /// <summary>Ends when the client's process does, as far as that can be seen from here.</summary>
    public Task ClientEnded => _clientEnded.Task;

    /// <summary>Takes a message, and answers it where it asks for something.</summary>
    public void Take(byte[] message)
    {
        try
        {
            using JsonDocument document = SafeJson.Parse(message);
            JsonElement root = document.RootElement;
            JsonElement id = root.Get("id");
            bool isRequest = id.ValueKind is JsonValueKind.Number or JsonValueKind.String;
            if (root.Text("method") is { } method)
                Take(method, root.Get("params"), isRequest ? id : null);
            else if (isRequest && root.Get("result").ValueKind == JsonValueKind.Undefined && root.Get("error").ValueKind == JsonValueKind.Undefined)
                Refuse(id, InvalidRequest, "the message names no method");
        }
        catch (JsonException)
        {
            // It may have changed a file, and nobody knows which: of texts that are no longer the editor's nothing is said. The next change brings the whole text.
            _texts.Clear();
            Refuse(null, ParseError, "the message is not JSON");
        }
    }

    private void Take(string method, JsonElement given, JsonElement? id)
    {
        if (id is { } request)
        {
            try
            {
                Answer(method, given, request);
            }
            catch (Exception problem)
            {
                Refuse(request, InternalError, $"{method} could not be answered: {problem.GetType().Name}");
            }
        }
        else
        {
            Notice(method, given);
        }
    }

    private void Answer(string method, JsonElement given, JsonElement id)
    {
        if (!_isInitialized && method != "initialize")
            Refuse(id, NotInitialized, "initialize comes first");
        else if (_isShutDown)
            Refuse(id, InvalidRequest, "the server is shut down");
        else if (method == "initialize")
            Initialize(given, id);
        else if (method == "shutdown")
            Reply(id, json => json.WriteNull("result"));
        else if (method == "textDocument/codeLens")
            Reply(id, json => LspJson.Lenses(json, Known(given)));
        else if (method == "textDocument/hover")
            Reply(id, json => LspJson.Hover(json, Known(given), given.Get("position")));
        else
            Refuse(id, MethodNotFound, "this server has code lenses and hovers only");
        _isShutDown |= method == "shutdown" && _isInitialized;
    }

    private void Initialize(JsonElement given, JsonElement id)
    {
        _isInitialized = true;
        if (given.Get("processId") is { ValueKind: JsonValueKind.Number } process && process.TryGetInt32(out int number))
            Watch(number);
        Reply(id, LspJson.Capabilities);
    }

    private void Notice(string method, JsonElement given)
    {
        HasEnded |= method == "exit";
        if (!_isInitialized || given.Get("textDocument").LongText("uri") is not { } uri)
            return;
        if (method == "textDocument/didOpen")
            Keep(uri, given.Get("textDocument").LongText("text"));
        else if (method == "textDocument/didChange")
            Keep(uri, given.Get("contentChanges").Items().LastOrDefault() is { ValueKind: JsonValueKind.Object } change && change.Get("range").ValueKind == JsonValueKind.Undefined ? change.LongText("text") : null);
        else if (method == "textDocument/didClose")
            _texts.Remove(uri);
    }

    /// <summary>What an editor has of a file; a text that is not known, too large or one too many is no text, and nothing is said of it.</summary>
    private void Keep(string uri, string? text)
    {
        _texts.Remove(uri);
        if (text is { Length: <= SourceFile.MostBytes } && _texts.Count < MostTexts)
            _texts.Add(uri, text);
    }

    private KnownFile? Known(JsonElement given) =>
        given.Get("textDocument").LongText("uri") is { } uri && _texts.TryGetValue(uri, out string? text) && Uri.TryCreate(uri, UriKind.Absolute, out Uri? file) && file is { IsFile: true, IsUnc: false }
            ? files.Find(Path.GetFullPath(file.LocalPath), text)
            : null;

    private void Watch(int number)
    {
        try
        {
            Process client = Process.GetProcessById(number);
            client.WaitForExitAsync().ContinueWith(_ => _clientEnded.TrySetResult(), TaskScheduler.Default);
        }
        catch (Exception problem) when (problem is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It is not seen from here, as from a container; then the end of the input tells.
        }
    }

    private void Refuse(JsonElement? id, int code, string message) => Send(id, json =>
    {
        json.WriteStartObject("error");
        json.WriteNumber("code", code);
        json.WriteString("message", message);
        json.WriteEndObject();
    });

    private void Reply(JsonElement id, Action<Utf8JsonWriter> result) => Send(id, result);

    private void Send(JsonElement? id, Action<Utf8JsonWriter> content)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("jsonrpc", "2.0");
            json.WritePropertyName("id");
            if (id is { } known)
                known.WriteTo(json);
            else
                json.WriteNullValue();
            content(json);
            json.WriteEndObject();
        }

        string text = Encoding.UTF8.GetString(bytes.ToArray());
        console.Order(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {bytes.Length}\r\n\r\n{text}"));
        console.Out.Flush();
    }
}
