using AiAttribution.Core.Evidence.Catalogue;

namespace AiAttribution.Core.Sessions;

/// <summary>The usage of one response (or of what the agent counts as one).</summary>
/// <param name="Key">What makes the response unique among all sessions of the agent: a replay in another file has the same.</param>
/// <param name="Time">When it was made; null when the log does not say.</param>
/// <param name="Model">Model as <see cref="ModelName"/> spells it; null when not stated.</param>
/// <param name="Usage">Its tokens.</param>
internal sealed record UsageRecord(string Key, DateTimeOffset? Time, string? Model, TokenUsage Usage)
{
    /// <summary>Distinguishes responses that share <see cref="Key"/> and still count one by one; empty when the key is enough.</summary>
    public string SubKey { get; init; } = "";

    /// <summary>Whether this is a line of a side conversation, which gives way to the same response on a main line.</summary>
    public bool IsSideLine { get; init; }

    /// <summary>Hash of the request that gave the answer, where requests tell answers of one key apart; 0 when it is not stated.</summary>
    public ulong Request { get; init; }

    /// <summary>Hash of the answer's first tool call, likewise; 0 when it calls none.</summary>
    public ulong Call { get; init; }

    /// <summary>A second name, by which copies are known that do not keep the key; null when copies keep it.</summary>
    public string? Alias { get; init; }

    /// <summary>Whether it is a copy if a session that began before has an answer of the same <see cref="Alias"/>; false when the log shows that it is none.</summary>
    public bool MayBeCopy { get; init; }

    /// <summary>For the sum of many responses: when it begins. <see cref="Time"/> is when it ends. Null for a single response.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Web searches, which are billed beside tokens.</summary>
    public int WebSearches { get; init; }

    /// <summary>Cost in USD that the agent wrote down; null when it wrote none.</summary>
    public decimal? ReportedCost { get; init; }

    /// <summary>Folder the agent worked in at that time; null when not stated. A local path: it must not leave the machine.</summary>
    public string? WorkingDirectory { get; init; }
}
