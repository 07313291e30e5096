using System.Text.Json;
using AiAttribution.Cli.Agents.ClaudeCode;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Capture;

/// <summary>What an agent tells a hook on standard input: the edit that it has just made, and what stood there before. Its log may have that only when the hook has ended.</summary>
internal static class HookInput
{
    private const int MostBytes = 64 << 20;

    // Whoever keeps the pipe open and says nothing is no agent, and nobody waits for it.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    /// <summary>The session with its edit; nothing where nothing is told, or something that is not known.</summary>
    /// <param name="input">Standard input; null where a person types there.</param>
    public static async Task<IReadOnlyList<AgentSession>> Read(Stream? input)
    {
        if (input is null || await Bytes(input) is not { Length: > 0 } bytes)
            return [];
        try
        {
            using JsonDocument told = SafeJson.Parse(bytes);
            return ClaudeCodeHook.Read(told.RootElement, DateTimeOffset.UtcNow) is { EditedFiles.Count: > 0 } session ? [session] : [];
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            return [];
        }
    }

    /// <summary>All that comes, in time; null when it is too much, or does not end.</summary>
    private static async Task<byte[]?> Bytes(Stream input)
    {
        Task<byte[]?> reading = Task.Run(() => All(input));
        return await Task.WhenAny(reading, Task.Delay(Longest)) == reading ? await reading : null;
    }

    private static byte[]? All(Stream input)
    {
        using var all = new MemoryStream();
        byte[] buffer = new byte[1 << 16];
        for (int read; (read = input.Read(buffer)) > 0;)
        {
            if (all.Length + read > MostBytes)
                return null;
            all.Write(buffer, 0, read);
        }

        return all.ToArray();
    }
}
