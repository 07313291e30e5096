using AiAttribution.Core.Evidence;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy.Rules;

/// <summary>When a rule holds; what is left out does not matter.</summary>
internal sealed record RuleCondition
{
    /// <summary>For commits with AI evidence, and for AI-heavy members.</summary>
    public static RuleCondition Default { get; } = new();

    /// <summary>AI state of a commit.</summary>
    public AiCondition Ai { get; init; }

    /// <summary>Weakest grade of evidence that counts. With <see cref="EvidenceGrade.Weak"/> findings that rest on weak evidence are told and never fail.</summary>
    public EvidenceGrade Grade { get; init; } = EvidenceGrade.Declared;

    /// <summary>Share of AI lines from which a member counts, above 0 and at most 1; null for AI-heavy members.</summary>
    public double? Share { get; init; }

    /// <summary>Number of AI lines from which a member counts; null for AI-heavy members.</summary>
    public int? AiLines { get; init; }

    /// <summary>Lines added outside of tests from which a commit counts; null for any.</summary>
    public int? AddedLines { get; init; }

    /// <summary>Catalogue names of agents.</summary>
    public IReadOnlyList<Glob> Agents { get; init; } = [];

    /// <summary>Models.</summary>
    public IReadOnlyList<Glob> Models { get; init; } = [];

    /// <summary>Whether the session must be known, or unknown; null for either.</summary>
    public bool? SessionKnown { get; init; }

    /// <summary>Whether a statement about agent, model and session meets the condition.</summary>
    public bool Fits(EvidenceGrade grade, string agent, string? model, bool hasSession) =>
        grade >= Grade
        && (Agents.Count == 0 || Agents.Any(a => a.Matches(agent)))
        && (Models.Count == 0 || (model is not null && Models.Any(m => m.Matches(model))))
        && (SessionKnown is not { } known || known == hasSession);
}

/// <summary>Which commits a rule is for, by AI evidence.</summary>
internal enum AiCondition
{
    /// <summary>Those with AI evidence of the rule's grade.</summary>
    Ai,

    /// <summary>Those without any AI evidence, which is no proof of a human.</summary>
    Other,

    /// <summary>All.</summary>
    Any,
}
