namespace AiAttribution.Core.Evidence.Catalogue;

/// <summary>A trailer whose value is the key of a session.</summary>
/// <param name="Key">Key of the trailer.</param>
/// <param name="Agent">Catalogue name of the agent that writes it.</param>
/// <param name="Provider">Who gives the ids.</param>
/// <param name="Before">Text that stands before the id in the value, such as the start of a URL; the id is what follows the last one.</param>
/// <param name="IsId">Whether a text is an id of this provider.</param>
internal sealed record SessionTrailer(string Key, string Agent, string Provider, string Before, Func<string, bool> IsId);

/// <summary>The trailers that join a commit to the log of a session.</summary>
internal static class SessionTrailers
{
    public static readonly SessionTrailer[] All =
    [
        new("Copilot-Session", "copilot", "copilot", "", id => SessionIds.IsUuid(id)),
        new("Agent-Logs-Url", "copilot-coding-agent", "copilot-coding-agent", "/sessions/", id => SessionIds.IsUuid(id)),
        new("Claude-Session", "claude-code", "claude", "https://claude.ai/code/", id => SessionIds.HasPrefix(id, "session_")),
        new("Amp-Thread-ID", "amp", "amp", "/threads/", id => SessionIds.HasPrefix(id, "T-") && SessionIds.IsUuid(id.AsSpan(2))),
        new("Entire-Checkpoint", AgentNames.Unknown, "entire", "", SessionIds.IsEntireCheckpoint),
        new("Agent-Id", AgentNames.Unknown, "agent", "agent-", id => SessionIds.IsUuid(id)),
        new("X-Lovable-Edit-ID", "lovable", "lovable", "", id => SessionIds.HasPrefix(id, "edt-")),
    ];
}

/// <summary>Reads a session key out of a trailer.</summary>
internal sealed class SessionRule(SessionTrailer trailer) : TrailerRule(trailer.Key)
{
    public override EvidenceStatement? Read(string value)
    {
        int before = value.LastIndexOf(trailer.Before, StringComparison.Ordinal);
        if (before < 0)
            return null;
        string id = trailer.Before.Length == 0 ? value : value[(before + trailer.Before.Length)..];
        if (!SessionIds.IsPlausible(id) || !trailer.IsId(id))
            return null;
        return new EvidenceStatement(EvidenceKind.SessionTrailer, EvidenceGrade.Declared, trailer.Agent, null, new SessionKey(trailer.Provider, id), Key);
    }
}

/// <summary>Reads our own trailer <c>AI-Session: AGENT/ID</c>, which works for every agent.</summary>
internal sealed class NamedSessionRule() : TrailerRule("AI-Session")
{
    public override EvidenceStatement? Read(string value)
    {
        int slash = value.IndexOf('/', StringComparison.Ordinal);
        string id = value[(slash + 1)..].Trim();
        string agent = slash > 0 ? AgentNames.Canonical(value[..slash]) : AgentNames.Unknown;
        return agent == AgentNames.Unknown || !SessionIds.IsPlausible(id)
            ? null
            : new EvidenceStatement(EvidenceKind.SessionTrailer, EvidenceGrade.Declared, agent, null, new SessionKey(AgentNames.Provider(agent), id), Key);
    }
}
