using AiAttribution.Core.Evidence;
using AiAttribution.Core.Policy.Requirements;

namespace AiAttribution.Core.Policy.Rules;

/// <summary>Judges commits by a rule.</summary>
internal static class CommitRules
{
    private const int AbbreviatedLength = 12;

    public static RuleVerdict Judge(PolicyRule rule, CommitRequirement require, PolicyInput input)
    {
        List<RuleFinding> findings = [];
        int judged = 0;
        foreach (CommitSubject commit in input.Commits)
        {
            if (IsIn(input, rule.Scope.Since, commit.Id) || !IsMeant(rule, commit) || (!require.AsksText && ExtentRules.Of(commit.Evidence) == EvidenceExtent.Part))
                continue;
            if (commit.Changes is null && rule.AsksForChanges)
            {
                findings.Add(Finding(FindingKind.Gap, commit, "cannot be compared with its parent, which is missing: git fetch --unshallow") with { IsHistory = true });
                continue;
            }

            if (!Touches(rule, commit))
                continue;
            judged++;
            if (require.Judge(Counted(commit, rule)) is { } answer)
                findings.Add(Finding(Weight(answer.Kind, rule, commit, input), commit, answer.Message));
        }

        return new RuleVerdict(rule, judged, findings);
    }

    private static bool IsMeant(PolicyRule rule, CommitSubject commit) =>
        (rule.Scope.Authors.Count == 0 || rule.Scope.Authors.Contains(commit.Author))
        && rule.When.Ai switch
        {
            AiCondition.Ai => commit.Evidence.Any(e => rule.When.Fits(e.Grade, e.Agent, e.Model, commit.Evidence.Any(s => s.Session is not null))),
            AiCondition.Other => commit.Evidence.Count == 0,
            _ => true,
        };

    private static bool Touches(PolicyRule rule, CommitSubject commit) =>
        commit.Changes is not { } changes
        || ((!rule.Scope.HasPaths || changes.Any(c => rule.Scope.Contains(c.Path)))
            && (rule.When.AddedLines is not { } least || changes.Where(c => !c.IsTest && rule.Scope.Contains(c.Path)).Sum(c => (long)c.Added) >= least));

    /// <summary>The commit without evidence that is weaker than the rule accepts.</summary>
    private static CommitSubject Counted(CommitSubject commit, PolicyRule rule) =>
        commit with { Evidence = [.. commit.Evidence.Where(e => e.Grade >= rule.When.Grade)] };

    private static FindingKind Weight(FindingKind kind, PolicyRule rule, CommitSubject commit, PolicyInput input)
    {
        bool weak = commit.Evidence.Count > 0 && commit.Evidence[0].Grade == EvidenceGrade.Weak;
        return kind == FindingKind.Violation && (weak || IsIn(input, rule.NewOnly, commit.Id)) ? FindingKind.Lenient : kind;
    }

    private static bool IsIn(PolicyInput input, string? baseline, string commit) => baseline is not null && input.Baselines[baseline].Contains(commit);

    private static RuleFinding Finding(FindingKind kind, CommitSubject commit, string message) =>
        new(kind, commit.Place, $"commit {commit.Id[..Math.Min(AbbreviatedLength, commit.Id.Length)]} {message}");
}
