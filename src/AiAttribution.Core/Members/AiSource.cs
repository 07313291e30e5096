using AiAttribution.Core.Deployments;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Lines;

namespace AiAttribution.Core.Members;

/// <summary>Where AI lines come from, and whether that change is deployed.</summary>
/// <param name="Grade">Grade of the strongest evidence.</param>
/// <param name="Agent">Catalogue name of the agent; <c>unknown</c> when nobody says which.</param>
/// <param name="Model">Model as stated; null when not stated.</param>
/// <param name="Session">Session key as <c>provider:id</c>; null when there is none.</param>
/// <param name="Commit">Full id of the commit, or <see cref="NotCommitted.Id"/>; in the compiler <see cref="ShortCommit"/>, because a snapshot has no more.</param>
/// <param name="Deployment">Deployment trail of the commit. <see cref="DeploymentTrail.None"/> means that the policy's grace is over.</param>
/// <param name="FirstDeployment">Name of the first live deployment that contains the commit, such as a tag; null when there is none.</param>
internal sealed record AiSource(
    EvidenceGrade Grade,
    string Agent,
    string? Model,
    string? Session,
    string Commit,
    DeploymentTrail Deployment,
    string? FirstDeployment)
{
    private const int AbbreviatedLength = 12;

    /// <summary>The commit's id as reports and snapshots show it. It is for eyes: what belongs to a commit is looked up by <see cref="Commit"/>.</summary>
    public string ShortCommit => Commit.Length > AbbreviatedLength ? Commit.Substring(0, AbbreviatedLength) : Commit;

    /// <summary>Whether its lines are not committed yet.</summary>
    public bool IsNotCommitted => NotCommitted.Is(Commit);

    /// <summary>True when the commit is part of the baseline: its lines are still AI in the report, and never judged.</summary>
    public bool BeforeBaseline { get; init; }

    /// <summary>Why its deployment is not known, where it is not.</summary>
    public DeploymentGap Gap { get; init; }

    /// <summary>The deployment beside this history that holds a part of its lines; null where that is not why.</summary>
    public string? Beside { get; init; }

    /// <summary>Tokens that the commit used, by class (<c>input</c>, <c>output</c>, <c>cacheRead</c>, <c>cacheWrite</c>); empty when not known.</summary>
    public IReadOnlyDictionary<string, long> Tokens { get; init; } = new Dictionary<string, long>();

    /// <summary>What those tokens cost in USD; null when that is not known of all of them.</summary>
    public decimal? Cost { get; init; }
}
