using System.Text.Json;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Agents;

/// <summary>One session of OpenCode. A fork copies the answers of its parent under new ids.</summary>
internal sealed class OpenCodeDraft(string agent, string id)
{
    private readonly SessionDraft _draft = new(agent, id);

    public void Place(string? parent, string? directory, DateTimeOffset? created)
    {
        _draft.ParentId = parent ?? _draft.ParentId;
        _draft.WorkingDirectory = directory ?? _draft.WorkingDirectory;
        _draft.Created = created ?? _draft.Created;
        _draft.See(created);
    }

    /// <summary>A file of the old layout: a session's or a message's.</summary>
    public void Add(JsonElement file)
    {
        if (file.Get("role").ValueKind == JsonValueKind.Undefined)
            Place(file.Text("parentID"), file.Text("directory"), file.Get("time").Time("created"));
        else
            AddMessage(file.Text("id"), file);
    }

    /// <summary>A message of 1.x; other roles than the assistant's hold no tokens.</summary>
    public void AddMessage(string? messageId, JsonElement message)
    {
        if (message.Is("role", "assistant"))
            AddAnswer(messageId, message, message.Text("modelID"));
    }

    /// <summary>An answer of 2.x, with its tool calls inside.</summary>
    public void AddAnswer(string? messageId, JsonElement message)
    {
        AddAnswer(messageId, message, message.Get("model").Text("id"));
        foreach (JsonElement part in message.Get("content").Items())
        {
            if (part.Is("type", "tool"))
                AddTool(part);
        }
    }

    public void AddTool(JsonElement part)
    {
        JsonElement state = part.Get("state");
        JsonElement input = state.Get("input");
        DateTimeOffset? time = state.Get("time").Time("end") ?? state.Get("time").Time("start");
        switch (part.Text("tool") ?? part.Text("name"))
        {
            case "edit":
                _draft.Edited(input.Text("filePath"), time, input.LongText("newString"), input.LongText("oldString"));
                break;
            case "write":
                _draft.Edited(input.Text("filePath"), time, input.LongText("content"), mayRepeat: state.Get("metadata").Get("exists").ValueKind != JsonValueKind.False);
                break;
            case "bash" when CommitOutput.MayCommit(input.LongText("command")):
                _draft.Committed(state.LongText("output"), time, _draft.WorkingDirectory);
                break;
        }
    }

    public AgentSession ToSession() => _draft.ToSession();

    private void AddAnswer(string? messageId, JsonElement message, string? model)
    {
        JsonElement tokens = message.Get("tokens");
        if (tokens.ValueKind != JsonValueKind.Object)
            return;

        // Reasoning is beside output here.
        TokenCounts counts = _draft.Counts;
        long reasoning = counts.Of(tokens, "reasoning");
        JsonElement cache = tokens.Get("cache");
        var usage = new TokenUsage(counts.Of(tokens, "input"), counts.Of(tokens, "output") + reasoning, counts.Of(cache, "read"), counts.Of(cache, "write"), 0, reasoning);
        DateTimeOffset? time = message.Get("time").Time("created");
        _draft.AddCopied(new UsageRecord(messageId ?? $"{id}|{time:O}", time, model, usage)
        {
            // With a subscription OpenCode writes 0: that is no statement of a cost.
            ReportedCost = message.Amount("cost") is { } cost and > 0 ? cost : null,
            WorkingDirectory = message.Get("path").Text("cwd"),
        });
    }
}
