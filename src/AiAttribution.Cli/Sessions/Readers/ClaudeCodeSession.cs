using System.Text.Json;
using AiAttribution.Core.Sessions;

namespace AiAttribution.Cli.Sessions.Readers;

/// <summary>Lines of one session of Claude Code, in the order of the file.</summary>
internal sealed class ClaudeCodeSession(SessionDraft draft)
{
    private readonly HashSet<string> _committing = new(StringComparer.Ordinal);
    private string? _directory;

    public SessionDraft Draft => draft;

    public void Add(JsonElement line)
    {
        DateTimeOffset? time = line.Time("timestamp");
        draft.See(time);
        _directory = line.Text("cwd") ?? _directory;
        draft.WorkingDirectory ??= _directory;
        draft.Branch ??= line.Text("gitBranch");
        JsonElement forked = line.Get("forkedFrom");
        draft.ParentId ??= forked.Text("sessionId");
        JsonElement message = line.Get("message");
        if (line.Is("type", "assistant"))
            AddAnswer(line, message, time);
        else if (_committing.Count > 0 && line.Is("type", "user"))
            AddResults(message, time);
    }

    private void AddAnswer(JsonElement line, JsonElement message, DateTimeOffset? time)
    {
        foreach (JsonElement block in message.Get("content").Items())
        {
            if (block.Is("type", "tool_use"))
                AddTool(block, time);
        }

        JsonElement usage = message.Get("usage");
        if (usage.ValueKind != JsonValueKind.Object || line.IsTrue("isApiErrorMessage") || message.Is("model", "<synthetic>"))
            return;
        (string key, string subKey) = Key(line, message);
        draft.Add(new UsageRecord(key, time, Model(message, usage), Tokens(usage))
        {
            SubKey = subKey,
            IsSideLine = line.IsTrue("isSidechain"),
            ReportedCost = line.Amount("costUSD"),
            WorkingDirectory = _directory,
        });
    }

    // An id that the provider gave is unique by itself; gateways give others, which only count within a session and beside the request.
    private (string Key, string SubKey) Key(JsonElement line, JsonElement message)
    {
        string? id = message.Text("id");
        if (id is not null && id.StartsWith("msg_", StringComparison.Ordinal))
            return (id, "");
        return ($"{draft.Id}|{id ?? line.Text("uuid") ?? line.Text("timestamp")}", line.Text("requestId") ?? "");
    }

    private static TokenUsage Tokens(JsonElement usage)
    {
        JsonElement split = usage.Get("cache_creation");
        long hour = split.Count("ephemeral_1h_input_tokens");

        // Some versions filled only the sum, others only the split.
        long written = Math.Max(usage.Count("cache_creation_input_tokens"), hour + split.Count("ephemeral_5m_input_tokens"));
        return new TokenUsage(usage.Count("input_tokens"), usage.Count("output_tokens"), usage.Count("cache_read_input_tokens"), written - hour, hour);
    }

    // The fast mode has a price of its own, so it is a model of its own.
    private static string? Model(JsonElement message, JsonElement usage) =>
        message.Text("model") is { } model ? usage.Is("speed", "fast") ? model + "-fast" : model : null;

    private void AddTool(JsonElement block, DateTimeOffset? time)
    {
        JsonElement input = block.Get("input");
        switch (block.Text("name"))
        {
            case "Edit":
            case "Write":
                draft.Edited(input.Text("file_path"), time, input.LongText("new_string") ?? input.LongText("content"));
                break;
            case "MultiEdit":
                draft.Edited(input.Text("file_path"), time, string.Join('\n', input.Get("edits").Items().Select(edit => edit.LongText("new_string"))));
                break;
            case "NotebookEdit":
                draft.Edited(input.Text("notebook_path"), time, input.LongText("new_source"));
                break;
            case "Bash" or "PowerShell" when CommitOutput.MayCommit(input.LongText("command")) && block.Text("id") is { } id:
                _committing.Add(id);
                break;
        }
    }

    private void AddResults(JsonElement message, DateTimeOffset? time)
    {
        foreach (JsonElement block in message.Get("content").Items())
        {
            if (!block.Is("type", "tool_result") || block.Text("tool_use_id") is not { } id || !_committing.Remove(id))
                continue;
            JsonElement content = block.Get("content");
            draft.Committed(content.AsText(), time, _directory);
            foreach (JsonElement part in content.Items())
                draft.Committed(part.LongText("text"), time, _directory);
        }
    }
}
