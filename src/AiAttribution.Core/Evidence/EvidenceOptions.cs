using System.Collections.Frozen;

namespace AiAttribution.Core.Evidence;

/// <summary>What a policy file says about evidence.</summary>
public sealed record EvidenceOptions
{
    /// <summary>Every kind counts, no agents of its own.</summary>
    public static EvidenceOptions Default { get; } = new();

    /// <summary>Agents added to the catalogue.</summary>
    public IReadOnlyList<CustomAgent> Agents { get; init; } = [];

    /// <summary>Kinds that count (policy key <c>evidence.sources</c>).</summary>
    public IReadOnlySet<EvidenceKind> Sources { get; init; } = Enum.GetValues<EvidenceKind>().ToFrozenSet();

    /// <summary>Whether review and fix bots count, such as accepted review suggestions (policy key <c>evidence.reviewBots</c>).</summary>
    public bool ReviewBots { get; init; } = true;
}
