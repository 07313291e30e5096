using System.Text.Json;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Agents.Copilot;

/// <summary>One request of a chat of VS Code, with all rounds of its answer.</summary>
internal sealed class VsCodeRequest(string id)
{
    private static readonly string[] Parts = ["timestamp", "modelId", "promptTokens", "completionTokens", "result", "response"];

    private static readonly string[] ResultParts = ["promptTokens", "outputTokens", "resolvedModel", "toolCallRounds"];

    private string? _model;
    private string? _resolved;
    private long _thinking;

    public DateTimeOffset? Time { get; private set; }

    /// <summary>Tokens of the last round's prompt.</summary>
    public long Prompt { get; private set; }

    /// <summary>Tokens that all rounds gave.</summary>
    public long Output { get; private set; }

    /// <summary>Reads a value that stands at a path below the request.</summary>
    public void Read(string[] path, JsonElement value, SessionDraft draft)
    {
        switch (path)
        {
            case []:
                ReadParts(path, Parts, value, draft);
                break;
            case ["result"]:
                Read(["result", "metadata"], value.Get("metadata"), draft);
                break;
            case ["result", "metadata"]:
                ReadParts(path, ResultParts, value, draft);
                break;
            case ["promptTokens"] or ["result", "metadata", "promptTokens"]:
                Prompt = Math.Max(Prompt, draft.Counts.Of(value));
                break;
            case ["completionTokens"] or ["result", "metadata", "outputTokens"]:
                Output = Math.Max(Output, draft.Counts.Of(value));
                break;
            case ["result", "metadata", "toolCallRounds"]:
                _thinking = value.Items().Sum(round => draft.Counts.Of(round.Get("thinking"), "tokens"));
                break;
            case ["result", "metadata", "resolvedModel"]:
                _resolved = value.AsText();
                break;
            case ["modelId"]:
                _model = value.AsText();
                break;
            case ["timestamp"]:
                Time = value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double time) ? JsonValues.OfEpoch(time) : null;
                break;
            case ["response"]:
                foreach (JsonElement part in value.Items().Where(part => part.Is("kind", "textEditGroup")))
                    AddEdit(draft, part);
                break;
        }
    }

    public UsageRecord ToResponse(string? folder) =>
        new(id, Time, _resolved ?? _model, new TokenUsage(Prompt, Output, Reasoning: Math.Min(_thinking, Output))) { WorkingDirectory = folder };

    private void ReadParts(string[] path, string[] names, JsonElement value, SessionDraft draft)
    {
        foreach (string name in names)
        {
            if (value.Get(name) is { ValueKind: not JsonValueKind.Undefined } part)
                Read([.. path, name], part, draft);
        }
    }

    private void AddEdit(SessionDraft draft, JsonElement group)
    {
        JsonElement uri = group.Get("uri");
        string? path = FileUri.Path(uri.AsText()) ?? uri.Text("fsPath") ?? FileUri.Local(uri.Text("path"));
        foreach (IGrouping<bool, JsonElement> edits in group.Get("edits").Items().SelectMany(edits => edits.Items()).GroupBy(IsInsertion))
            EditTools.Note(draft, path, Time, string.Join('\n', edits.Select(edit => edit.LongText("text"))), mayRepeat: !edits.Key);
    }

    private static bool IsInsertion(JsonElement edit) =>
        edit.Get("range") is { ValueKind: JsonValueKind.Object } range && range.Count("startLineNumber") == range.Count("endLineNumber") && range.Count("startColumn") == range.Count("endColumn");
}
