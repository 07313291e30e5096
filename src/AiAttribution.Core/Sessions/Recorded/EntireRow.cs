using System.Text.Json;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Evidence.Catalogue;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Sessions.Recorded;

/// <summary>What one checkpoint says of one session.</summary>
/// <param name="Checkpoint">Id of the checkpoint.</param>
/// <param name="Folder">Number of the session in the checkpoint.</param>
/// <param name="Session">The agent's id of the session.</param>
/// <param name="Agent">Catalogue name of the agent.</param>
/// <param name="Usage">Tokens with those of sub-agents.</param>
internal sealed record EntireRow(string Checkpoint, string Folder, string Session, string Agent, TokenUsage Usage)
{
    // Entire itself reads no deeper.
    private const int DeepestAgent = 16;

    public string? Model { get; private init; }

    public DateTimeOffset? Created { get; private init; }

    public string? Commit { get; private init; }

    /// <summary>Cost that the agent reported; an estimate of Entire is none.</summary>
    public decimal? Cost { get; init; }

    /// <summary>Whether the counting began with the transcript, so that it may repeat earlier checkpoints.</summary>
    public bool IsFromStart { get; private init; }

    /// <summary>Whether the counts are those since the checkpoint before, by the checkpoint's own word.</summary>
    public bool IsDelta { get; init; }

    /// <summary>The row; null when it names no checkpoint or session, or counts nothing.</summary>
    public static EntireRow? Read(JsonElement json, string folder)
    {
        if (json.Text("checkpoint_id") is not { } checkpoint || !SessionIds.IsEntireCheckpoint(checkpoint) || json.Text("session_id") is not { } session)
            return null;
        JsonElement usage = json.Get("token_usage");
        if (usage.ValueKind != JsonValueKind.Object)
            return null;
        string? written = json.Text("agent");
        string agent = written is null or "Agent" ? AgentNames.Unknown : AgentNames.Canonical(written);
        return new EntireRow(checkpoint, folder, session, agent, Sum(usage, 0))
        {
            Model = NoteWords.Model(ModelName.Normalize(json.Text("model") ?? usage.Text("model"))),
            Created = json.Time("created_at"),
            Commit = json.Text("commit_sha") is { Length: 40 or 64 } commit && commit.All(char.IsAsciiHexDigitLower) ? commit : null,
            Cost = usage.Is("cost_source", "reported") ? usage.Amount("cost_usd") : null,
            IsFromStart = json.Count("checkpoint_transcript_start") == 0 && json.Count("token_transcript_start") == 0,
        };
    }

    /// <summary>A session and the sub-agents that it counts besides.</summary>
    private static TokenUsage Sum(JsonElement usage, int depth)
    {
        long writes = usage.Count("cache_creation_tokens");
        long hour = Math.Min(usage.Count("cache_creation_1h_tokens"), writes);
        long output = usage.Count("output_tokens");
        var own = new TokenUsage(usage.Count("input_tokens"), output, usage.Count("cache_read_tokens"), writes - hour, hour, Math.Min(usage.Count("thinking_tokens"), output));
        JsonElement agents = usage.Get("subagent_tokens");
        return agents.ValueKind == JsonValueKind.Object && depth < DeepestAgent ? own + Sum(agents, depth + 1) : own;
    }
}
