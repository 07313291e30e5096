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
    // Shapes as the catalogue writes them at the end of what stands before an id.
    private static readonly (string Shape, Func<string, bool> IsId)[] Shapes =
    [
        ("T-uuid", id => SessionIds.HasPrefix(id, "T-") && SessionIds.IsUuid(id.AsSpan(2))),
        ("session_*", id => SessionIds.HasPrefix(id, "session_")),
        ("edt-*", id => SessionIds.HasPrefix(id, "edt-")),
        ("uuid", id => SessionIds.IsUuid(id)),
        ("checkpoint", SessionIds.IsEntireCheckpoint),
    ];

    public static IReadOnlyList<SessionTrailer> All { get; } = [.. CatalogueFile.Of("session").Select(Trailer)];

    private static SessionTrailer Trailer(CatalogueRow row)
    {
        (string shape, Func<string, bool> isId) = Array.Find(Shapes, s => row.Trait.EndsWith(s.Shape, StringComparison.Ordinal));
        return new SessionTrailer(row.Pattern, row.Agent, row.Name, row.Trait[..^shape.Length], isId);
    }
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
