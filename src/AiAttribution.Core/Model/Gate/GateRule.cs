using AiAttribution.Core.Policy.Rules;

namespace AiAttribution.Core.Model.Gate;

/// <summary>A rule of the policy and its answer on the day of the report.</summary>
/// <param name="Verdict">What it found.</param>
/// <param name="Today">The day, which decides over waivers.</param>
internal sealed record GateRule(RuleVerdict Verdict, DateOnly Today)
{
    /// <summary>The rule.</summary>
    public PolicyRule Rule => Verdict.Rule;

    /// <summary>Whether it fails a build: an error that is violated, or that cannot be told where the policy demands an answer.</summary>
    public bool Fails { get; } = Verdict.Fails(Today);

    /// <summary>Whether it could fail a build and has something to judge, be it that evidence for it is missing.</summary>
    public bool Applies => Rule.Severity == RuleSeverity.Error && (Verdict.Decided > 0 || Open.Any(f => f.Kind == FindingKind.Gap));

    /// <summary>What it found that no waiver covers, in the order of places.</summary>
    public IReadOnlyList<RuleFinding> Open { get; } = [.. Verdict.Findings.Where(f => f.Counts(Today))];

    /// <summary>What it found that a waiver covers.</summary>
    public IReadOnlyList<RuleFinding> Waived { get; } = [.. Verdict.Findings.Where(f => !f.Counts(Today))];

    /// <summary>Its answer.</summary>
    public GateAnswer Answer => Verdict.Outcome(Today) switch
    {
        RuleOutcome.Violated when Fails => GateAnswer.Failed,
        RuleOutcome.CannotTell => GateAnswer.CannotTell,
        RuleOutcome.Passed when Open.Count == 0 => GateAnswer.Passed,
        _ => GateAnswer.Warned,
    };

    /// <summary>Address of the page that explains its code.</summary>
    public string HelpLink => RuleCodes.HelpLink(Rule.Require.Code);
}
