namespace AiAttribution.Core.Sessions;

/// <summary>A session in one line: its counts and its cost, without its responses.</summary>
internal sealed record SessionSummary
{
    /// <summary>Catalogue name of the agent.</summary>
    public required string Agent { get; init; }

    /// <summary>The agent's own id of the session.</summary>
    public required string Id { get; init; }

    /// <summary>Session that started this one or that it continues.</summary>
    public string? ParentId { get; init; }

    /// <summary>First time in the log.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>Last time in the log.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary>Models, most tokens first.</summary>
    public IReadOnlyList<string> Models { get; init; } = [];

    /// <summary>Number of responses, or of what the agent counts as one.</summary>
    public int Responses { get; init; }

    /// <summary>Tokens of all responses.</summary>
    public TokenUsage Usage { get; init; }

    /// <summary>Web searches, which are billed beside tokens.</summary>
    public int WebSearches { get; init; }

    /// <summary>Tokens without a price by model, null for those that state none.</summary>
    public IReadOnlyList<UnpricedTokens> Unpriced { get; init; } = [];

    /// <summary>Whether answers were left out because they are copies of another session's.</summary>
    public bool HasCopies { get; init; }

    /// <summary>Cost of all responses.</summary>
    public SessionCost Cost { get; init; }

    /// <summary>What the counts are worth.</summary>
    public Exactness Exactness { get; init; }

    /// <summary>Credits, for agents that count them.</summary>
    public decimal? Credits { get; init; }

    /// <summary>Whether the log should hold tokens and holds none: a format that is not known yet, or a session without an answer.</summary>
    public bool LacksTokens => Usage.IsZero && !HasCopies && Exactness is not (Exactness.CreditsOnly or Exactness.Absent);

    /// <summary>Sums up a session.</summary>
    public static SessionSummary Of(AgentSession session, PriceTable prices)
    {
        SessionCost cost = prices.CostOf(session);
        return new SessionSummary
        {
            Agent = session.Agent,
            Id = session.Id,
            ParentId = session.ParentId,
            Start = session.Start,
            End = session.End,
            Models = session.Models,
            Responses = session.Responses.Count,
            Usage = session.Usage,
            WebSearches = session.Responses.Sum(response => response.WebSearches),
            Unpriced = cost.UnpricedTokens == 0 ? [] : [.. session.Responses.GroupBy(response => (response.Model, Gap: prices.GapOf(session, response))).Where(group => group.Key.Gap != PriceGap.None)
                .Select(group => new UnpricedTokens(group.Key.Model, group.Sum(response => response.Usage.Total), group.Key.Gap)).OrderBy(tokens => tokens.Model, StringComparer.Ordinal).ThenBy(tokens => tokens.Gap)],
            HasCopies = session.HasCopies,
            Cost = cost,
            Exactness = session.Exactness,
            Credits = session.Credits,
        };
    }
}

/// <summary>Tokens that have no price.</summary>
/// <param name="Model">Their model; null when the log states none.</param>
/// <param name="Tokens">How many.</param>
/// <param name="Gap">What is missing.</param>
internal sealed record UnpricedTokens(string? Model, long Tokens, PriceGap Gap);
