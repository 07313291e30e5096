namespace AiAttribution.Core.Policy.Rules;

/// <summary>The words that reports and the tool print for rules. They are part of the report's schema.</summary>
public static class RuleWords
{
    /// <summary><c>error</c>, <c>warning</c>, <c>info</c> or <c>off</c>.</summary>
    public static string Of(RuleSeverity severity) => severity switch
    {
        RuleSeverity.Error => "error",
        RuleSeverity.Warning => "warning",
        RuleSeverity.Info => "info",
        _ => "off",
    };

    /// <summary><c>passed</c>, <c>violated</c> or <c>cannot tell</c>.</summary>
    public static string Of(RuleOutcome outcome) => outcome switch
    {
        RuleOutcome.Passed => "passed",
        RuleOutcome.Violated => "violated",
        _ => "cannot tell",
    };

    /// <summary><c>violation</c>, <c>lenient</c> or <c>cannot tell</c>.</summary>
    public static string Of(FindingKind kind) => kind switch
    {
        FindingKind.Violation => "violation",
        FindingKind.Lenient => "lenient",
        _ => "cannot tell",
    };
}
