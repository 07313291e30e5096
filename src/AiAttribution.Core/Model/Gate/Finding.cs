using AiAttribution.Core.Members;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Policy.Rules;

namespace AiAttribution.Core.Model.Gate;

/// <summary>One thing that a reader is told: a finding of a policy rule (AIA2xxx), or the verdict on a member (AIA1xxx).</summary>
/// <param name="Code">Code of its diagnostic.</param>
/// <param name="Severity">How severe it is.</param>
/// <param name="Blocks">Whether it makes the gate fail.</param>
/// <param name="Place">Where it is; for a finding without a place the rule in the policy file.</param>
/// <param name="Message">What is wrong and what to do, one sentence without full stop.</param>
/// <param name="Fingerprint">32 hexadecimal digits that stay the same while member, commit or file keeps its name, wherever it moves. No two findings share one.</param>
internal sealed record Finding(string Code, RuleSeverity Severity, bool Blocks, RulePlace Place, string Message, string Fingerprint)
{
    /// <summary>The rule; null for the verdict on a member.</summary>
    public PolicyRule? Rule { get; init; }

    /// <summary>The member; null when it is about something else.</summary>
    public MemberRecord? Member { get; init; }

    /// <summary>The waiver that covers it, so that it does not count; null when none does.</summary>
    public Waiver? Waiver { get; init; }

    /// <summary>The attribute in the code that suppresses it, which the compiler honours; null when none does. Only for verdicts on members.</summary>
    public CodeSuppression? Suppression { get; init; }

    /// <summary>Whether it counts: neither waived nor suppressed.</summary>
    public bool IsOpen => Waiver is null && Suppression is null;

    /// <summary>All findings of a report: those that block first, then by severity, those that are waived or suppressed last.</summary>
    public static IReadOnlyList<Finding> AllOf(ReportModel report) => FindingList.Of(report);

    /// <summary>What counts on the day of the report.</summary>
    public static IReadOnlyList<Finding> OpenOf(ReportModel report) => [.. AllOf(report).Where(f => f.IsOpen)];
}
