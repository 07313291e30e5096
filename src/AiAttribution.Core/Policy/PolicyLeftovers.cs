using AiAttribution.Core.Policy.Rules;

namespace AiAttribution.Core.Policy;

/// <summary>Entries of a policy that match nothing, so that a mistyped path or an outlived waiver is noticed.</summary>
internal static class PolicyLeftovers
{
    /// <summary>What matches nothing, in order of place.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="verdicts">Verdicts on the whole repository.</param>
    /// <param name="paths">Paths of its files.</param>
    /// <param name="fileName">Name that problems carry.</param>
    public static IReadOnlyList<PolicyProblem> Find(AttributionPolicy policy, IReadOnlyList<RuleVerdict> verdicts, IReadOnlyCollection<string> paths, string fileName)
    {
        IEnumerable<PolicyProblem> waivers = policy.Waivers
            .Where(w => !verdicts.Any(v => v.Findings.Any(f => w.Covers(v.Rule, f))))
            .Select(w => new PolicyProblem(w.File ?? fileName, w.Line, w.Column, Unused(w, verdicts)));
        IEnumerable<PolicyProblem> globs = policy.Rules
            .Where(r => r.IsJudged)
            .SelectMany(r => r.Scope.Paths.Concat(r.Scope.Except), (rule, glob) => (Rule: rule, Glob: glob))
            .Where(e => !paths.Any(e.Glob.Matches))
            .Select(e => new PolicyProblem(fileName, e.Rule.Line, e.Rule.Column, $"'{e.Glob.Pattern}' in the rule '{e.Rule.Id}' matches no file. Mend the pattern, or take it out."));
        return PolicyProblem.Told(waivers.Concat(globs));
    }

    /// <summary>In the code a suppression of AIA1xxx is the compiler's and does its work there.</summary>
    private static string Unused(Waiver waiver, IReadOnlyList<RuleVerdict> verdicts) => waiver switch
    {
        { File: null } => $"This waiver of '{waiver.Rule}' covers nothing. Mend its patterns, or take it out.",
        _ when waiver.Rule.StartsWith("AIA1", StringComparison.Ordinal) && verdicts.Count > 0 =>
            $"This suppresses {waiver.Rule} of the compiler and waives no rule of the policy. A waiver names the code of a rule: {string.Join(", ", verdicts.Select(v => $"{v.Rule.Require.Code} ('{v.Rule.Id}')").Distinct())}.",
        _ => $"This waiver of '{waiver.Rule}' covers nothing. Take it out.",
    };
}
