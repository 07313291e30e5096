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
            .Select(w => new PolicyProblem(w.File ?? fileName, w.Line, w.Column, $"This waiver of '{w.Rule}' covers nothing. {(w.File is null ? "Mend its patterns, or take it out" : "Take it out")}."));
        IEnumerable<PolicyProblem> globs = policy.Rules
            .Where(r => r.IsJudged)
            .SelectMany(r => r.Scope.Paths.Concat(r.Scope.Except), (rule, glob) => (Rule: rule, Glob: glob))
            .Where(e => !paths.Any(e.Glob.Matches))
            .Select(e => new PolicyProblem(fileName, e.Rule.Line, e.Rule.Column, $"'{e.Glob.Pattern}' in the rule '{e.Rule.Id}' matches no file. Mend the pattern, or take it out."));
        return [.. waivers.Concat(globs).OrderBy(p => p.Line).ThenBy(p => p.Column)];
    }
}
