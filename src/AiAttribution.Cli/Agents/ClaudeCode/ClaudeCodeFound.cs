using System.Text.Json;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Agents.ClaudeCode;

/// <summary>What a call that writes a whole file says of the file that it found: none, what it held, or how it was changed. Logs differ in what they keep of that.</summary>
internal static class ClaudeCodeFound
{
    private const string Created = "File created successfully at:";

    /// <summary>Lines that the call brought; null when nothing tells them from those that were there.</summary>
    /// <param name="written">Hashes of the lines of the call.</param>
    /// <param name="result">What the tool did; undefined when the log does not say.</param>
    /// <param name="said">What the model was told of it.</param>
    public static uint[]? Own(uint[] written, JsonElement result, JsonElement said)
    {
        if (result.Is("type", "create") || Texts(said).Any(text => text?.StartsWith(Created, StringComparison.Ordinal) == true))
            return written;
        if (!result.Is("type", "update"))
            return null;
        if (result.LongText("originalFile") is { } before)
            return OwnLines.Of(written, TextLines.Of(before).Hashes);
        if (result.Get("structuredPatch") is not { ValueKind: JsonValueKind.Array } patch)
            return null;
        string[] lines = [.. patch.Items().SelectMany(hunk => hunk.Get("lines").Items()).Select(line => line.AsText() ?? "")];

        // A person may change what is proposed before it is written: only what the call had is the agent's.
        return OwnLines.OfChange(Lines(lines, '+').Where(written.ToHashSet().Contains), Lines(lines, '-'));
    }

    private static uint[] Lines(string[] lines, char mark) => TextLines.Of(string.Concat(lines.Where(line => line.StartsWith(mark)).Select(line => line[1..] + "\n"))).Hashes;

    private static IEnumerable<string?> Texts(JsonElement said) => said.Items().Select(part => part.LongText("text")).Prepend(said.AsText());
}
