using AiAttribution.Core.Members;
using AiAttribution.Core.Model;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Policy.Rules;

namespace AiAttribution.Engine.Project;

/// <summary>What the judging of a project gave.</summary>
/// <param name="Members">Members with AI lines, in order of paths and lines.</param>
/// <param name="BaselineMembers">Number of members that would be AI-heavy if the baseline's lines were judged.</param>
/// <param name="Policy">The policy, with the waivers in the code.</param>
/// <param name="Suppressions">Every attribute in the code that names one of our codes.</param>
/// <param name="Periods">What releases and months used.</param>
/// <param name="Rules">What the policy's rules found.</param>
/// <param name="Notes">What is missing or wrong, for the repository as a whole and for this project.</param>
internal sealed record JudgedProject(
    IReadOnlyList<MemberRecord> Members,
    int BaselineMembers,
    AttributionPolicy Policy,
    IReadOnlyList<CodeSuppression> Suppressions,
    IReadOnlyList<BudgetPeriod> Periods,
    IReadOnlyList<RuleVerdict> Rules,
    IReadOnlyList<BuildProblem> Notes)
{
    /// <summary>How many people approve the range's last commit; null when no approvals were given.</summary>
    public ApprovalTally? Approvals { get; init; }
}
