using System.Text.Json;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Agents;

/// <summary>Lines in the shape of Pi, which OpenClaw and what was made after it share. A fork repeats its parent's messages as they are.</summary>
internal sealed class PiLines(string agent, string fallbackId)
{
    private readonly HashSet<string> _committing = new(StringComparer.Ordinal);
    private SessionDraft _draft = new(agent, fallbackId);
    private string? _model;

    public void Add(JsonElement line)
    {
        DateTimeOffset? time = line.Time("timestamp");
        _draft.See(time);
        switch (line.Text("type"))
        {
            case "session":
                AddHeader(line);
                break;
            case "model_change":
                _model = line.Text("modelId") ?? _model;
                break;
            case "message":
                AddMessage(line, line.Get("message"), time);
                break;
        }
    }

    public AgentSession ToSession() => _draft.ToSession();

    private void AddHeader(JsonElement header)
    {
        if (header.Text("id") is not { } id)
            return;

        // The parent is given as its file.
        string? parent = header.Text("parentSession") is { } file ? Path.GetFileName(file.Replace('\\', '/')).Split(".jsonl")[0] : null;
        _draft = new SessionDraft(agent, id) { ParentId = parent?[(parent.LastIndexOf('_') + 1)..], WorkingDirectory = header.Text("cwd") };
        _draft.See(header.Time("timestamp"));
    }

    private void AddMessage(JsonElement line, JsonElement message, DateTimeOffset? time)
    {
        if (message.Is("role", "toolResult"))
            AddResult(message, time);
        if (!message.Is("role", "assistant"))
            return;
        foreach (JsonElement block in message.Get("content").Items())
        {
            if (block.Is("type", "toolCall"))
                AddTool(block, time);
        }

        JsonElement usage = message.Get("usage");
        if (usage.ValueKind != JsonValueKind.Object)
            return;
        TokenCounts counts = _draft.Counts;
        long output = counts.Of(usage, "output");
        TokenUsage tokens = new(counts.Of(usage, "input"), output, counts.Of(usage, "cacheRead"), counts.Of(usage, "cacheWrite"), Reasoning: counts.Part(counts.Of(usage, "reasoning"), output));
        string key = $"{line.Text("id")}|{time:O}|{tokens.Input}:{tokens.Output}:{tokens.CacheRead}:{tokens.CacheWrite}";
        _draft.Add(new UsageRecord(key, time ?? message.Time("timestamp"), message.Text("model") ?? _model, tokens)
        {
            ReportedCost = usage.Get("cost").Amount("total"),
            WorkingDirectory = _draft.WorkingDirectory,
        });
    }

    private void AddTool(JsonElement block, DateTimeOffset? time)
    {
        JsonElement arguments = block.Get("arguments");
        switch (block.Text("name"))
        {
            case "edit" or "write":
                string? whole = arguments.LongText("content");
                _draft.Edited(arguments.Text("path") ?? arguments.Text("file_path"), time, whole ?? Texts(arguments, "newText"), whole is null ? Texts(arguments, "oldText") : null, mayRepeat: whole is not null);
                break;
            case "bash" or "exec" when CommitOutput.MayCommit(arguments.LongText("command")) && block.Text("id") is { } id:
                _committing.Add(id);
                break;
        }
    }

    private static string Texts(JsonElement arguments, string name) => arguments.LongText(name) ?? string.Join('\n', arguments.Get("edits").Items().Select(edit => edit.LongText(name)));

    private void AddResult(JsonElement message, DateTimeOffset? time)
    {
        if (message.Text("toolCallId") is not { } id || !_committing.Remove(id))
            return;
        foreach (JsonElement part in message.Get("content").Items())
            _draft.Committed(part.LongText("text"), time, _draft.WorkingDirectory);
    }
}
