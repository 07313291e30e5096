using AiAttribution.Core.Evidence;
using AiAttribution.Core.Sessions.Ledger;

namespace AiAttribution.Core.Policy.Rules;

/// <summary>A commit, reduced to what rules ask. No name and no e-mail is left of it.</summary>
/// <param name="Id">Full id.</param>
/// <param name="Author">Class of its author.</param>
/// <param name="Evidence">AI evidence, strongest first.</param>
/// <param name="Trailers">Its trailers.</param>
internal sealed record CommitSubject(string Id, AuthorClass Author, IReadOnlyList<EvidenceStatement> Evidence, IReadOnlyList<TrailerFact> Trailers)
{
    /// <summary>Whether somebody who is neither a known machine nor the author says <c>Reviewed-by</c> or <c>Acked-by</c>, or approves the last commit of the change that brings it.</summary>
    public bool HasHumanReview { get; init; }

    /// <summary>Text of the pull request that brings it; null when it is not known, or when no rule asks.</summary>
    public PullRequestText? PullRequest { get; init; }

    /// <summary>Whether only an earlier state of that change was approved.</summary>
    public bool HasStaleReview { get; init; }

    /// <summary>Files that it changed; null when they are not known, or when no rule asks.</summary>
    public IReadOnlyList<ChangedFile>? Changes { get; init; }

    /// <summary>What it used; null when no session is recorded for it.</summary>
    public CommitTokens? Tokens { get; init; }

    /// <summary>The first of its lines that are still there; <see cref="RulePlace.Nowhere"/> when none is, or nobody looked.</summary>
    public RulePlace FirstLine { get; init; } = RulePlace.Nowhere;

    /// <summary>Where findings about it are.</summary>
    public RulePlace Place => FirstLine with { Commit = Id };
}

/// <summary>A file that a commit changed.</summary>
/// <param name="Path">Path from the repository root, with <c>/</c>.</param>
/// <param name="Added">Lines that it added.</param>
/// <param name="IsTest">Whether it is test code.</param>
internal sealed record ChangedFile(string Path, int Added, bool IsTest);

/// <summary>A trailer without its value, which may name a person.</summary>
/// <param name="Key">Key as written.</param>
/// <param name="IsAgent">Whether its value is the identity of an agent.</param>
/// <param name="Shapes">Those of the policy's shapes that its value has.</param>
internal sealed record TrailerFact(string Key, bool IsAgent, IReadOnlyList<string> Shapes)
{
    /// <summary>Whether its key is one that discloses AI, and its value names or affirms none, or denies it.</summary>
    public bool DisclosesNothing { get; init; }
}
