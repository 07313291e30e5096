using AiAttribution.Core.Policy.Requirements;

namespace AiAttribution.Core.Policy.Rules;

/// <summary>Judges by the rules of a policy. Knows no git, no disk and no clock.</summary>
internal static class RuleJudge
{
    /// <summary>The verdict of each rule that is not off, in the policy's order.</summary>
    public static IReadOnlyList<RuleVerdict> Judge(AttributionPolicy policy, PolicyInput input) =>
        [.. policy.Rules.Where(r => r.IsJudged).Select(r => WithWaivers(Judge(r, policy, input), policy))];

    private static RuleVerdict Judge(PolicyRule rule, AttributionPolicy policy, PolicyInput input)
    {
        if (rule.Scope.Branches.Count > 0 && input.Branch is null)
            return Gap(rule, "the branch is not known, and the rule is for some branches only: give it with --branch, or in the environment variable AI_ATTRIBUTION_BRANCH");
        if (input.Branch is { } branch && rule.Scope.Branches.Count > 0 && !rule.Scope.Branches.Any(b => b.Matches(branch)))
            return new RuleVerdict(rule, 0, []) { IsOffBranch = true, Nothing = $"it is for the branches {string.Join(", ", rule.Scope.Branches.Select(b => b.Pattern))}, and this is {branch}" };
        if (rule.Baselines.FirstOrDefault(b => !input.Baselines.ContainsKey(b)) is { } missing)
            return Gap(rule, $"'{missing}' is neither a tag, a commit nor a date here: git fetch --tags, or mend the rule", isHistory: true);
        RuleVerdict verdict = rule.Require switch
        {
            CommitRequirement require => CommitRules.Judge(rule, require, input),
            MemberRequirement require => MemberRules.Judge(rule, require, policy.Verdicts, input),
            PeriodRequirement require => Judge(rule, require, input),
            _ => FileRules.Judge(rule, (FileRequirement)rule.Require, input),
        };
        RuleFinding[] gaps = [.. HasCode(rule, input) ? Missing(rule, input) : [], .. NotCheckedOut(rule, input)];
        return verdict with { Findings = [.. verdict.Findings, .. gaps], Nothing = verdict.Judged == 0 && gaps.Length == 0 ? rule.Require is CostPerNdRequirement ? "a build does not look at what reached production; ai-attribution check does" : "nothing AI is in its scope" : null };
    }

    /// <summary>Judges the release and the month that are current.</summary>
    private static RuleVerdict Judge(PolicyRule rule, PeriodRequirement require, PolicyInput input)
    {
        BudgetPeriod[] periods = [.. input.Periods.Where(p => p.IsCurrent && p.Span == require.Span && (require is not CostPerNdRequirement || p.PerNd is not null))];
        return new RuleVerdict(
            rule,
            periods.Length,
            [.. periods.Select(require.Judge).OfType<(FindingKind Kind, string Message)>().Select(answer => new RuleFinding(answer.Kind, RulePlace.Nowhere, answer.Message))]);
    }

    /// <summary>Whether code lies in the scope of a rule about code; history that nothing here comes from is not missing.</summary>
    private static bool HasCode(PolicyRule rule, PolicyInput input) =>
        rule.Require.Subject is RuleSubject.Commit or RuleSubject.Period
        || !rule.Scope.HasPaths
        || input.Files.Select(f => f.Path).Concat(input.Members.Select(m => m.Path)).Any(rule.Scope.Contains);

    /// <summary>What is missing as a whole, so that what was found is not everything.</summary>
    private static IEnumerable<RuleFinding> Missing(PolicyRule rule, PolicyInput input) =>
        new[] { Gap(input.HistoryGap, isHistory: true), Gap(input.Open.Any(rule.Scope.Contains) ? input.ContentGap : null, isHistory: true), Gap(rule.Require.Subject is RuleSubject.Commit or RuleSubject.Period ? null : input.CodeGap, isHistory: false) }
            .OfType<RuleFinding>();

    /// <summary>Without a range commits are judged by the lines that are theirs on disk.</summary>
    private static RuleFinding[] NotCheckedOut(PolicyRule rule, PolicyInput input)
    {
        string[] paths = rule.Require.Subject == RuleSubject.Period || (rule.Require.Subject == RuleSubject.Commit && input.Range is not null) ? [] : [.. input.Absent.Where(rule.Scope.Contains)];
        string files = paths.Length == 1 ? $"{paths[0]} has AI lines and is" : $"{paths.Length} files have AI lines and are";
        return paths.Length == 0 ? [] : [Gap($"{files} left out by the sparse checkout, so not judged: git sparse-checkout disable, or check out what the rule is about", isHistory: false)!];
    }

    private static RuleVerdict Gap(PolicyRule rule, string message, bool isHistory = false) => new(rule, 0, [Gap(message, isHistory)!]);

    private static RuleFinding? Gap(string? message, bool isHistory) =>
        message is null ? null : new RuleFinding(FindingKind.Gap, RulePlace.Nowhere, message) { IsHistory = isHistory };

    private static RuleVerdict WithWaivers(RuleVerdict verdict, AttributionPolicy policy) => verdict with
    {
        Findings =
        [
            .. verdict.Findings
                .Select(f => f with { Waiver = policy.Waivers.Where(w => w.Covers(verdict.Rule, f)).MaxBy(w => w.Expires) })
                .OrderBy(f => f.Place.Path is null)
                .ThenBy(f => f.Place.Path, StringComparer.Ordinal)
                .ThenBy(f => f.Place.Line)
                .ThenBy(f => f.Place.Column),
        ],
    };
}
