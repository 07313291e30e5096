using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy.Rules;

/// <summary>The words that policy files, reports and the tool have for rules. They are part of the report's schema.</summary>
internal static class RuleWords
{
    private static readonly EnumText<RuleOutcome> Outcomes = new((RuleOutcome.Passed, "passed"), (RuleOutcome.Violated, "violated"), (RuleOutcome.CannotTell, "cannot tell"));
    private static readonly EnumText<FindingKind> Kinds = new((FindingKind.Violation, "violation"), (FindingKind.Lenient, "lenient"), (FindingKind.Gap, "cannot tell"));

    /// <summary>The words of a policy file for severities.</summary>
    public static EnumText<RuleSeverity> Severities { get; } = new((RuleSeverity.Error, "error"), (RuleSeverity.Warning, "warning"), (RuleSeverity.Info, "info"), (RuleSeverity.Off, "off"));

    /// <summary><c>error</c>, <c>warning</c>, <c>info</c> or <c>off</c>.</summary>
    public static string Of(RuleSeverity severity) => Severities.Of(severity);

    /// <summary><c>passed</c>, <c>violated</c> or <c>cannot tell</c>.</summary>
    public static string Of(RuleOutcome outcome) => Outcomes.Of(outcome);

    /// <summary><c>violation</c>, <c>lenient</c> or <c>cannot tell</c>.</summary>
    public static string Of(FindingKind kind) => Kinds.Of(kind);
}
