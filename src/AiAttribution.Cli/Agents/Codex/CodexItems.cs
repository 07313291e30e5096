using System.Text.Json;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Agents.Codex;

/// <summary>Tool calls of a Codex thread: patches and commits.</summary>
internal sealed class CodexItems(SessionDraft draft)
{
    private readonly HashSet<string> _committing = new(StringComparer.Ordinal);

    public void Add(JsonElement item, DateTimeOffset? time, string? directory)
    {
        switch (item.Text("type"))
        {
            case "custom_tool_call":
                AddCall(item.LongText("input"), item, time);
                break;
            case "function_call":
                AddCall(item.LongText("arguments"), item, time);
                break;
            case "local_shell_call":
                AddCall(item.Get("action").Get("command").ToString(), item, time);
                break;
            case "function_call_output" or "custom_tool_call_output" or "local_shell_call_output":
                if (item.Text("call_id") is { } call && _committing.Remove(call))
                    draft.Committed(Output(item.Get("output")), time, directory);
                break;
        }
    }

    private void AddCall(string? call, JsonElement item, DateTimeOffset? time)
    {
        if (call is null)
            return;
        if (call.Contains("*** Begin Patch", StringComparison.Ordinal))
        {
            // Within a function's arguments the patch is JSON text: its line ends are escaped.
            string patch = call.Contains('\n') ? call : call.Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\\"", "\"", StringComparison.Ordinal);
            foreach ((string path, string written, string replaced) in PatchText.Files(patch))
                draft.Edited(path, time, written, replaced);
        }
        else if (CommitOutput.MayCommit(call) && item.Text("call_id") is { } id)
        {
            _committing.Add(id);
        }
    }

    // The output is text, JSON within text, or an object that holds the text.
    private static string? Output(JsonElement output) =>
        (output.AsText() ?? output.LongText("content") ?? output.LongText("output"))?.Replace("\\n", "\n", StringComparison.Ordinal).Replace("{\"output\":\"", "\n", StringComparison.Ordinal);
}
