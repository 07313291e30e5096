using AiAttribution.Core.Evidence;
using AiAttribution.Core.Policy.Requirements;

namespace AiAttribution.Core.Policy.Rules;

/// <summary>Judges files by a rule.</summary>
internal static class FileRules
{
    public static RuleVerdict Judge(PolicyRule rule, FileRequirement require, PolicyInput input)
    {
        List<FileSubject> files = [.. input.Files.Where(f => rule.Scope.Contains(f.Path) && IsOfRange(f, input))];
        List<RuleFinding> findings = [.. require.Judge(files, l => IsMeant(l, rule, input))];
        if (rule.NewOnly is { } old && findings.Count > 0)
        {
            // Only what new work alone would violate, too, is more than a warning.
            HashSet<RulePlace> atNew = [.. require.Judge(files, l => IsMeant(l, rule, input) && !input.Baselines[old].Contains(l.Commit)).Select(f => f.Place)];
            findings = findings.ConvertAll(f => f.Kind == FindingKind.Violation && !atNew.Any(p => p.Path == f.Place.Path) ? f with { Kind = FindingKind.Lenient } : f);
        }

        int asked = require.AsksAll ? files.Count : files.Count(f => !f.IsTest && f.Ai.Any(l => IsMeant(l, rule, input)));
        return new RuleVerdict(rule, files.Count, findings) { Decided = Math.Max(0, asked - findings.Count(f => f.Kind == FindingKind.Gap)) };
    }

    /// <summary>A range answers for the files that it changed, and for its lines wherever they are now.</summary>
    private static bool IsOfRange(FileSubject file, PolicyInput input) =>
        input.Changed is not { } changed || changed.Contains(file.Path) || file.Ai.Any(l => input.Range?.Contains(l.Commit) == true);

    private static bool IsMeant(AiLine line, PolicyRule rule, PolicyInput input) =>
        (!line.IsWeak || rule.When.Grade == EvidenceGrade.Weak)
        && (input.Range is null || input.Range.Contains(line.Commit))
        && (rule.Scope.Since is not { } since || !input.Baselines[since].Contains(line.Commit));
}
