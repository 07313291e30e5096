namespace AiAttribution.Core.Policy.Rules;

/// <summary>How much a finding weighs.</summary>
internal enum FindingKind
{
    /// <summary>The rule is violated.</summary>
    Violation,

    /// <summary>As a violation, but never fails: its evidence is weak, or it is older than the rule's <c>newOnly</c>.</summary>
    Lenient,

    /// <summary>Evidence is missing, so nobody can tell.</summary>
    Gap,
}

/// <summary>One thing that a rule found.</summary>
/// <param name="Kind">How much it weighs.</param>
/// <param name="Place">Where.</param>
/// <param name="Message">One sentence without full stop: what is wrong, and what mends it.</param>
internal sealed record RuleFinding(FindingKind Kind, RulePlace Place, string Message)
{
    /// <summary>Whether history is missing that the rule needs. Nobody may take that for an answer, so a rule that is an error fails by it, whatever its <c>unknown</c> says.</summary>
    public bool IsHistory { get; init; }

    /// <summary>The waiver that covers it, expired or not; null when none does.</summary>
    public Waiver? Waiver { get; init; }

    /// <summary>Whether it counts on a day: no waiver covers it any more.</summary>
    public bool Counts(DateOnly today) => Waiver is null || !Waiver.Holds(today);

    /// <summary>The message on a day: one that a waiver covered until then, or for too long, says so.</summary>
    public string Told(DateOnly today) => Waiver switch
    {
        { } waiver when waiver.IsExpired(today) => $"{Message} (its waiver, owner {waiver.Owner}, expired on {waiver.ExpiresText})",
        { } waiver when waiver.IsTooLong(today) => $"{Message} (its waiver, owner {waiver.Owner}, runs until {waiver.ExpiresText}, and the policy allows {waiver.MostDays} days)",
        _ => Message,
    };

    /// <summary>What follows the first of several findings of which only one is told.</summary>
    public static string More(int count) => count > 1 ? $" (and {count - 1} more)" : "";
}

/// <summary>Where a finding is.</summary>
/// <param name="Path">Path from the repository root, with <c>/</c>; null when it is in no file.</param>
/// <param name="Line">Line, 1-based; 0 when not known.</param>
/// <param name="Column">Column, 1-based; 0 when not known.</param>
/// <param name="Commit">Full id of the commit that is judged; null for others.</param>
/// <param name="Member">Name of the member that is judged; null for others.</param>
internal sealed record RulePlace(string? Path, int Line = 0, int Column = 0, string? Commit = null, string? Member = null)
{
    /// <summary>No place: it is about the whole.</summary>
    public static RulePlace Nowhere { get; } = new((string?)null);
}
