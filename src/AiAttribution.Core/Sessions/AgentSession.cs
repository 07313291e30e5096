namespace AiAttribution.Core.Sessions;

/// <summary>One run of an agent. Holds counts, names and paths; never a prompt, an answer or code.</summary>
/// <param name="Agent">Catalogue name, such as <c>claude-code</c>.</param>
/// <param name="Id">The agent's own id of the session.</param>
internal sealed record AgentSession(string Agent, string Id)
{
    /// <summary>Session that started this one or that it continues; null when it stands alone.</summary>
    public string? ParentId { get; init; }

    /// <summary>Folder it was started in; null when not stated.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>Branch as the agent recorded it. Often stale: never more than a tie-breaker.</summary>
    public string? Branch { get; init; }

    /// <summary>First time in the log; null when it has none.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>Last time in the log; null when it has none.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary>What the counts are worth.</summary>
    public Exactness Exactness { get; init; }

    /// <summary>Of several logs with counts of one worth, the one with the lower number counts: the richer one.</summary>
    public int Rank { get; init; }

    /// <summary>Whether a count was cut, clamped or guessed, so that the session is no longer exact.</summary>
    public bool IsDoubtful { get; init; }

    /// <summary>Counts in the log that can be none and were left out.</summary>
    public int OddCounts { get; init; }

    /// <summary>Whether answers were left out because they are copies of another session's.</summary>
    public bool HasCopies { get; init; }

    /// <summary>Credits, for agents that count nothing else.</summary>
    public decimal? Credits { get; init; }

    /// <summary>Responses in order of time. Each response is in one session only.</summary>
    public IReadOnlyList<UsageRecord> Responses { get; init; } = [];

    /// <summary>Edits in order of time.</summary>
    public IReadOnlyList<EditedFile> EditedFiles { get; init; } = [];

    /// <summary>Commits that the transcript shows, in order of time.</summary>
    public IReadOnlyList<SeenCommit> Commits { get; init; } = [];

    /// <summary>Models of the responses, most tokens first.</summary>
    public IReadOnlyList<string> Models => OnlyModel() is { } only ? [only] :
        [.. Responses.Where(response => response.Model is not null)
            .GroupBy(response => response.Model!, StringComparer.Ordinal)
            .OrderByDescending(model => model.Sum(response => response.Usage.Total)).ThenBy(model => model.Key, StringComparer.Ordinal)
            .Select(model => model.Key)];

    /// <summary>Tokens of all responses.</summary>
    public TokenUsage Usage => Responses.Aggregate(default(TokenUsage), (sum, response) => sum + response.Usage);

    // Most sessions have one model: nothing is to be put in order.
    private string? OnlyModel()
    {
        string? only = null;
        foreach (UsageRecord response in Responses)
        {
            if (response.Model is { } model && model != (only ??= model))
                return null;
        }

        return only;
    }
}
