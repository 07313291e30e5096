using AiAttribution.Core.Evidence.Signed;

namespace AiAttribution.Core.Evidence;

/// <summary>What a policy file says about evidence.</summary>
internal sealed record EvidenceOptions
{
    /// <summary>Every kind counts, no agents of its own.</summary>
    public static EvidenceOptions Default { get; } = new();

    /// <summary>Agents added to the catalogue.</summary>
    public IReadOnlyList<CustomAgent> Agents { get; init; } = [];

    /// <summary>Kinds that count (policy key <c>evidence.sources</c>).</summary>
    public IReadOnlySet<EvidenceKind> Sources { get; init; } = Enum.GetValues<EvidenceKind>().ToHashSet();

    /// <summary>
    /// Whether the identities of review and fix bots count (policy key <c>evidence.reviewBots</c>). They do by default, with the grade <see cref="EvidenceGrade.Declared"/>:
    /// a bot becomes co-author when its suggestion was taken over as it stood, so AI wrote lines of that commit. In a squash it does not say which (<see cref="EvidenceExtent.Part"/>).
    /// </summary>
    public bool ReviewBots { get; init; } = true;

    /// <summary>Keys whose statements about commits are believed (policy key <c>evidence.keys</c>); without one no statement is.</summary>
    public IReadOnlyList<VerifyingKey> Keys { get; init; } = [];
}
