using System.Runtime.CompilerServices;
using System.Text.Json;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Agents.ClaudeCode;

/// <summary>Tool calls of one session: edits with what they found, and commands that commit with what they printed.</summary>
internal sealed class ClaudeCodeTools(SessionDraft draft)
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 256 };
    private static readonly JsonReaderOptions ReaderOptions = new() { MaxDepth = 256 };

    private readonly HashSet<string> _committing = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _whole = new(StringComparer.Ordinal);
    private readonly RepeatedText _path = new();
    private ulong _first;

    /// <summary>Adds the tool calls of an answer's content, and gives the mark of the first; 0 when there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ulong AddCalls(ReadOnlySpan<byte> content, DateTimeOffset? time)
    {
        _first = 0;
        if (content.IndexOf("tool_use"u8) < 0)
            return 0;
        var reader = new Utf8JsonReader(content, ReaderOptions);
        reader.Read();
        bool isArray = reader.TokenType == JsonTokenType.StartArray;
        while (isArray && reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            AddBlock(ref reader, content, time);
        return _first;
    }

    /// <summary>Adds what commands printed that may have committed, and what edits of whole files found.</summary>
    /// <param name="content">Content of the message, as JSON.</param>
    /// <param name="result">What the tool did, as JSON; empty when the line does not tell.</param>
    /// <param name="time">When.</param>
    /// <param name="directory">Folder of the session at that time.</param>
    public void AddResults(ReadOnlySpan<byte> content, ReadOnlySpan<byte> result, DateTimeOffset? time, string? directory)
    {
        if (_committing.Count + _whole.Count == 0 || content.IsEmpty)
            return;
        using JsonDocument blocks = JsonDocument.Parse(content.ToArray(), Options);
        foreach (JsonElement block in blocks.RootElement.Items())
        {
            if (!block.Is("type", "tool_result") || block.Text("tool_use_id") is not { } id)
                continue;
            if (_whole.Remove(id, out int edit))
                AddFound(edit, result, block.Get("content"));
            if (!_committing.Remove(id))
                continue;
            JsonElement output = block.Get("content");
            draft.Committed(output.AsText(), time, directory);
            foreach (JsonElement part in output.Items())
                draft.Committed(part.LongText("text"), time, directory);
        }
    }

    private void AddFound(int edit, ReadOnlySpan<byte> result, JsonElement said)
    {
        using JsonDocument? found = result.IsEmpty ? null : JsonDocument.Parse(result.ToArray(), Options);
        JsonElement root = found?.RootElement ?? default;
        draft.Settle(edit, written => ClaudeCodeFound.Own(written, root, said));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddBlock(scoped ref Utf8JsonReader reader, ReadOnlySpan<byte> content, DateTimeOffset? time)
    {
        ReadOnlySpan<byte> type = default, name = default, id = default;
        ClaudeCodeInput input = default;
        bool isObject = reader.TokenType == JsonTokenType.StartObject;
        while (isObject && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadOnlySpan<byte> property = reader.ValueSpan;
            reader.Read();
            if (property.SequenceEqual("type"u8))
                type = JsonText.Raw(ref reader, content);
            else if (property.SequenceEqual("name"u8))
                name = JsonText.Raw(ref reader, content);
            else if (property.SequenceEqual("id"u8))
                id = JsonText.Raw(ref reader, content);
            else if (property.SequenceEqual("input"u8))
                input = ClaudeCodeInput.Read(ref reader, content);
            reader.Skip();
        }

        bool isCall = type.SequenceEqual("\"tool_use\""u8);
        if (isCall && _first == 0)
            _first = Fingerprint.Of(id);
        if (isCall && !input.Json.IsEmpty)
            AddCall(name, id, input, time);
        reader.Skip();
    }

    private void AddCall(ReadOnlySpan<byte> name, ReadOnlySpan<byte> id, in ClaudeCodeInput input, DateTimeOffset? time)
    {
        bool edits = name.SequenceEqual("\"Edit\""u8) || name.SequenceEqual("\"Write\""u8) || name.SequenceEqual("\"NotebookEdit\""u8);
        bool runs = name.SequenceEqual("\"Bash\""u8) || name.SequenceEqual("\"PowerShell\""u8);
        if (name.SequenceEqual("\"MultiEdit\""u8))
            AddEdits(input.Json, time);
        bool isWhole = name.SequenceEqual("\"Write\""u8);
        if (edits)
        {
            int edit = draft.EditedJson(_path.Of(input.Path), time, input.Written, input.Replaced, isWhole);
            if (isWhole && JsonText.Name(id) is { } write)
                _whole[write] = edit;
        }
        else if (runs && CommitOutput.MayCommit(JsonText.Of(input.Command)) && JsonText.Name(id) is { } call)
            _committing.Add(call);
    }

    private void AddEdits(ReadOnlySpan<byte> input, DateTimeOffset? time)
    {
        using JsonDocument parsed = JsonDocument.Parse(input.ToArray(), Options);
        JsonElement root = parsed.RootElement;
        JsonElement[] edits = [.. root.Get("edits").Items()];
        draft.Edited(root.Text("file_path"), time, Joined("new_string"), Joined("old_string"));

        string Joined(string name) => string.Join('\n', edits.Select(edit => edit.LongText(name)));
    }
}
