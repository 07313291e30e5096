using AiAttribution.Core.Sessions.Recorded;

namespace AiAttribution.Core.Sessions.Notes;

/// <summary>Tokens of a session that one commit used. Notes hold these; nothing in it is a prompt, a path, a person or code.</summary>
internal sealed record Allocation
{
    /// <summary>Makes the allocation unique, wherever copies of it stand: it counts once.</summary>
    public required string Id { get; init; }

    /// <summary>Catalogue name of the agent, such as <c>claude-code</c>.</summary>
    public required string Agent { get; init; }

    /// <summary>Id of the session as the agent gives it.</summary>
    public required string Session { get; init; }

    /// <summary>Session that started this one, or that it continues; null when it stands alone.</summary>
    public string? Parent { get; init; }

    /// <summary>Time of the first response; null when not known.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Time of the last response; null when not known.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Hashes of the responses (see <see cref="ResponseKeys"/>), sorted; empty when the writer does not know them.</summary>
    public IReadOnlyList<string> Responses { get; init; } = [];

    /// <summary>Tokens per model, in the order of names.</summary>
    public IReadOnlyList<ModelUsage> Models { get; init; } = [];

    /// <summary>What the counts are worth.</summary>
    public Exactness Exactness { get; init; }

    /// <summary>Cost in USD that the agent wrote down; null when it wrote none.</summary>
    public decimal? CostReported { get; init; }

    /// <summary>Cost in USD by the price table; null when a model's price is not known.</summary>
    public decimal? CostComputed { get; init; }

    /// <summary>Version of the price table; null without <see cref="CostComputed"/>.</summary>
    public string? PriceTable { get; init; }

    /// <summary>Id of what the commit changed, by which its note is known again after a rebase, pick or squash; null when the writer does not say.</summary>
    public string? Change { get; init; }

    /// <summary>How session and commit were linked.</summary>
    public LinkMethod Method { get; init; }

    /// <summary>Where it was found; not part of what is written.</summary>
    public RecordSource Source { get; init; }

    /// <summary>Tokens of all models.</summary>
    public TokenUsage Usage => Models.Aggregate(default(TokenUsage), (sum, model) => sum + model.Usage);
}
