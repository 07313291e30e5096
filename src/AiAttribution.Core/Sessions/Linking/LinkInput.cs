using AiAttribution.Core.Sessions.Notes;

namespace AiAttribution.Core.Sessions.Linking;

/// <summary>What sessions and commits are linked by.</summary>
internal sealed record LinkInput
{
    /// <summary>Commits in question, in any order.</summary>
    public required IReadOnlyList<LinkCommit> Commits { get; init; }

    /// <summary>Sessions, merged, with edited files as paths from the repository root (see <see cref="RepositoryPlace"/>).</summary>
    public required IReadOnlyList<AgentSession> Sessions { get; init; }

    /// <summary>Links that are known already: of notes, or of the environment of a hook.</summary>
    public IReadOnlyList<CommitLink> Known { get; init; } = [];

    /// <summary>Hashes of responses that notes hold already (see <see cref="ResponseKeys"/>).</summary>
    public IReadOnlySet<string> Allocated { get; init; } = new HashSet<string>();

    /// <summary>A response that is the last of its session and younger than <see cref="SettleTime"/> may still grow; it is left for the next time.</summary>
    public DateTimeOffset Now { get; init; } = DateTimeOffset.MaxValue;

    /// <summary>Prices for the computed cost.</summary>
    public PriceTable Prices { get; init; } = PriceTable.BuiltIn;

    /// <summary>Whether the sessions tell of edits. Without them nobody can say that an answer after a commit was its closing word and not the start of the next work.</summary>
    public bool KnowsEdits { get; init; } = true;

    /// <summary>How long an agent may be silent while it writes a response.</summary>
    public static TimeSpan SettleTime { get; } = TimeSpan.FromMinutes(2);
}
