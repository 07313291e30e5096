using System.Text.Json;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Agents;

/// <summary>One session of OpenCode.</summary>
internal sealed class OpenCodeDraft(string agent, string id)
{
    private readonly SessionDraft _draft = new(agent, id);

    public void Place(string? parent, string? directory, DateTimeOffset? created)
    {
        _draft.ParentId = parent;
        _draft.WorkingDirectory = directory;
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

    public void AddMessage(string? messageId, JsonElement message)
    {
        JsonElement tokens = message.Get("tokens");
        if (!message.Is("role", "assistant") || tokens.ValueKind != JsonValueKind.Object)
            return;

        // Reasoning is beside output here.
        long reasoning = tokens.Count("reasoning");
        JsonElement cache = tokens.Get("cache");
        var usage = new TokenUsage(tokens.Count("input"), tokens.Count("output") + reasoning, cache.Count("read"), cache.Count("write"), 0, reasoning);
        DateTimeOffset? time = message.Get("time").Time("created");
        _draft.Add(new UsageRecord(messageId ?? $"{id}|{time:O}", time, message.Text("modelID"), usage)
        {
            // With a subscription OpenCode writes 0: that is no statement of a cost.
            ReportedCost = message.Amount("cost") is { } cost and > 0 ? cost : null,
            WorkingDirectory = message.Get("path").Text("cwd"),
        });
    }

    public void AddTool(JsonElement part)
    {
        JsonElement state = part.Get("state");
        JsonElement input = state.Get("input");
        DateTimeOffset? time = state.Get("time").Time("end") ?? state.Get("time").Time("start");
        switch (part.Text("tool"))
        {
            case "edit" or "write":
                _draft.Edited(input.Text("filePath"), time, input.LongText("newString") ?? input.LongText("content"));
                break;
            case "bash" when CommitOutput.MayCommit(input.LongText("command")):
                _draft.Committed(state.LongText("output"), time, _draft.WorkingDirectory);
                break;
        }
    }

    public AgentSession ToSession() => _draft.ToSession();
}
