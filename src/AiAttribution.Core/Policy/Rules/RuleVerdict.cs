namespace AiAttribution.Core.Policy.Rules;

/// <summary>The answer of one rule.</summary>
internal enum RuleOutcome
{
    /// <summary>Nothing violates it.</summary>
    Passed,

    /// <summary>Something violates it.</summary>
    Violated,

    /// <summary>Evidence is missing.</summary>
    CannotTell,
}

/// <summary>What a rule found. The day decides only over waivers, so this is the same on every day.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Judged">How many commits, members or files it was for.</param>
/// <param name="Findings">What it found, in order of places.</param>
internal sealed record RuleVerdict(PolicyRule Rule, int Judged, IReadOnlyList<RuleFinding> Findings)
{
    /// <summary>Of how many of them it could be told whether they meet the rule.</summary>
    public int Decided { get; init; } = Math.Max(0, Judged - Findings.Count(f => f is { Kind: FindingKind.Gap, IsHistory: false }));

    /// <summary>Whether an answer is demanded whatever the rule says, as in a pipeline where no rule could judge.</summary>
    public bool IsDemanded { get; init; }

    /// <summary>Why it judged nothing; null when it judged something, or could not.</summary>
    public string? Nothing { get; init; }

    /// <summary>Whether it is for other branches only.</summary>
    public bool IsOffBranch { get; init; }

    /// <summary>The answer on a day.</summary>
    public RuleOutcome Outcome(DateOnly today)
    {
        List<FindingKind> kinds = [.. Findings.Where(f => f.Counts(today)).Select(f => f.Kind)];
        return kinds.Contains(FindingKind.Violation) ? RuleOutcome.Violated
            : kinds.Contains(FindingKind.Gap) ? RuleOutcome.CannotTell
            : RuleOutcome.Passed;
    }

    /// <summary>Whether the answer fails a build: an error that is violated, or that cannot be told where the rule does not accept that or history is missing.</summary>
    public bool Fails(DateOnly today) => Rule.Severity == RuleSeverity.Error && Outcome(today) switch
    {
        RuleOutcome.Violated => true,
        RuleOutcome.CannotTell => Rule.FailsOnUnknown || IsDemanded || Findings.Any(f => f.IsHistory && f.Counts(today)),
        _ => false,
    };

    /// <summary>How severe one of the findings is.</summary>
    public RuleSeverity SeverityOf(RuleFinding finding) => finding.Kind switch
    {
        FindingKind.Violation => Rule.Severity,
        FindingKind.Gap when Rule.FailsOnUnknown || IsDemanded || finding.IsHistory => Rule.Severity,
        _ => Rule.Severity < RuleSeverity.Warning ? Rule.Severity : RuleSeverity.Warning,
    };
}
