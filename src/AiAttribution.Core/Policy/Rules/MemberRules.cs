using AiAttribution.Core.Evidence;
using AiAttribution.Core.Members;
using AiAttribution.Core.Policy.Requirements;

namespace AiAttribution.Core.Policy.Rules;

/// <summary>Judges members by a rule.</summary>
internal static class MemberRules
{
    public static RuleVerdict Judge(PolicyRule rule, MemberRequirement require, VerdictPolicy numbers, PolicyInput input)
    {
        List<RuleFinding> findings = [];
        int judged = 0;
        foreach (MemberRecord member in input.Members.Where(m => rule.Scope.Contains(m.Path)))
        {
            List<AiSource> sources = [.. member.Verdict.Sources.Where(s => IsMeant(s, rule, input))];
            MemberTally tally = member.Verdict.Tally;
            if (sources.Count == 0 || !Reaches(tally.Ai, tally, rule, numbers))
                continue;
            bool firm = Reaches(tally.Ai - tally.Weak, tally, rule, numbers);
            if (!firm && rule.When.Grade > EvidenceGrade.Weak)
                continue;
            judged++;
            if (require.Judge(member) is not { } answer)
                continue;
            bool lenient = !firm || sources.TrueForAll(s => IsIn(input, rule.NewOnly, s.Commit));
            findings.Add(new RuleFinding(
                answer.Kind == FindingKind.Violation && lenient ? FindingKind.Lenient : answer.Kind,
                new RulePlace(member.Path, member.Line, member.Column, null, member.Name),
                $"'{member.Name}', where {tally.Ai} of {tally.Code} code lines are AI, {answer.Message}"));
        }

        return new RuleVerdict(rule, judged, findings);
    }

    private static bool IsMeant(AiSource source, PolicyRule rule, PolicyInput input) =>
        rule.When.Fits(source.Grade, source.Agent, source.Model, source.Session is not null)
        && (input.Range is null || input.Range.Contains(source.Commit))
        && !IsIn(input, rule.Scope.Since, source.Commit);

    private static bool Reaches(int lines, MemberTally tally, PolicyRule rule, VerdictPolicy numbers)
    {
        RuleCondition when = rule.When;
        VerdictPolicy least = when.Share is null && when.AiLines is null ? numbers : numbers with { Share = when.Share ?? 0, MinimumLines = when.AiLines ?? 1 };
        return (tally with { Ai = lines }).IsAiHeavy(least);
    }

    private static bool IsIn(PolicyInput input, string? baseline, string commit) => baseline is not null && input.Baselines[baseline].Contains(commit);
}
