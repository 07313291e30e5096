using System.Text;
using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Gate;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Verbs;

/// <summary>Verdicts for people: failed rules first, each with its places and what mends them.</summary>
internal sealed class CheckText(CheckResult result)
{
    private const int MostFindings = 20;

    private readonly StringBuilder _text = new();
    private readonly ReportModel _report = result.Report;

    public string Write()
    {
        IReadOnlyList<GateRule> rules = result.Gate.Rules;
        AddChanges();
        int width = rules.Select(r => r.Rule.Id.Length).DefaultIfEmpty(0).Max();
        foreach (GateRule rule in rules)
            Add(rule, width);
        foreach (Waiver waiver in _report.Policy.Waivers)
            Line($"{Word(waiver),-11}  {waiver.Rule.PadRight(width)}  {(waiver.IsExpired(_report.Today) ? "since" : "until")} {waiver.ExpiresText}, {waiver.Owner}: {waiver.Reason}{(waiver.File is null ? "" : $" ({waiver.File}:{waiver.Line})")}");
        if (rules.Any(r => r.Open.Any(IsMessage)))
            Line("Messages of commits that are not published: git rebase -i COMMIT~1, or git commit --amend for the last. Published ones: \"newOnly\": \"TAG\" in the rule, or a waiver.");
        if (_report.Policy is { Since: { } since, IsSinceAdoption: var isAdoption })
            Line($"Baseline: {since}, {(isAdoption ? "where AiAttribution came in" : "which somebody wrote (attribution.since of the policy, or --since)")}. What came before is told and not judged; --since all judges it, too.");
        if (_report.Approvals is { } approvals)
            Line(approvals.Sentence);
        if (_report.LeftOut is { Sentence: { } leftOut })
            Line(leftOut);
        if (result.InPipeline && rules.Any(r => r.Verdict.IsOffBranch) && !rules.Any(r => r.Rule.Scope.Branches.Count > 0 && !r.Verdict.IsOffBranch))
            Line("No rule that names branches applies to the branch of this run; --branch NAME says another.");
        Line(Summary(rules));
        return _text.ToString();
    }

    /// <summary>Whether the message of a commit has to change, which is said once and not for each.</summary>
    private static bool IsMessage(RuleFinding finding) => finding is { Place.Commit: not null, Kind: FindingKind.Violation };

    /// <summary>What a change does to what is judged stands before the answer, so that nobody overlooks it.</summary>
    private void AddChanges()
    {
        if (_report.Judged is not { Changes.Count: > 0 } judged)
            return;
        Line("This change also changes what is judged:");
        foreach (GateChange change in judged.Changes.Take(MostFindings))
            Line($"  {change.Path}{(change.Line > 0 ? $"({change.Line})" : "")}: {change.KindText}: {change.Message}");
        if (judged.Changes.Count > MostFindings)
            Line($"  and {judged.Changes.Count - MostFindings} more; --format json has them all");
    }

    private string Word(Waiver waiver) => waiver.IsExpired(_report.Today) ? "expired" : waiver.IsTooLong(_report.Today) ? "too long" : "waiver";

    private void Add(GateRule rule, int width)
    {
        Line($"{Word(rule.Answer),-11}  {rule.Rule.Id.PadRight(width)}  {RuleWords.Of(rule.Rule.Severity),-7}  {rule.Rule.Require.Text} ({Counts(rule)})");
        foreach (RuleFinding finding in rule.Open.OrderBy(f => f.Kind).Take(MostFindings))
            Line($"  {Place(rule.Rule, finding.Place)}{RuleCodes.Of(rule.Rule, finding)}: {finding.Told(_report.Today)}");
        if (rule.Open.Count > MostFindings)
            Line($"  and {rule.Open.Count - MostFindings} more; --format json has them all");
    }

    private static string Counts(GateRule rule)
    {
        string subject = rule.Rule.Require.Subject switch { RuleSubject.Commit => "commit", RuleSubject.Member => "member", RuleSubject.Period => "period", _ => "file" };
        return $"{rule.Verdict.Judged} {subject}{(rule.Verdict.Judged == 1 ? "" : "s")} judged{(rule.Verdict.Nothing is { } nothing ? $": {nothing}" : "")}{(rule.Waived.Count > 0 ? $", {rule.Waived.Count} waived" : "")}";
    }

    private string Place(PolicyRule rule, RulePlace place)
    {
        if (place.Path is not null)
            return place.Column > 0 ? $"{place.Path}({place.Line},{place.Column}): " : $"{place.Path}({place.Line}): ";
        return _report.PolicyFile is null || rule.Line == 0 || place.Commit is not null ? "" : $"{_report.PolicyFile}({rule.Line},{rule.Column}): ";
    }

    /// <summary>Capitals stand where attention is needed, because a log has no colours.</summary>
    private static string Word(GateAnswer answer) => answer is GateAnswer.Failed or GateAnswer.CannotTell ? GateWords.Of(answer).ToUpperInvariant() : GateWords.Of(answer);

    private string Summary(IReadOnlyList<GateRule> rules)
    {
        int failed = rules.Count(r => r.Answer == GateAnswer.Failed);
        string what = result.Range is { } range ? $"the commits of {range}" : "the working tree";
        string by = _report.PolicyFile is { } file ? $"by {file}" : "by the default policy, which fails nothing ('extends' in ai-attribution.json names a stricter one)";
        string judge = _report.Judged is { } judged ? $" {judged.Note}" : "";
        return result.Gate.State switch
        {
            GateState.Blocked => $"{failed} of {rules.Count} rules fail{(failed == 1 ? "s" : "")} for {what}, {by}.{judge}",
            GateState.Clear => $"No rule fails for {what}, {by}.{judge}",
            _ when result.Mend is { } mend => $"{Unknown(rules)} for {what}, {by}, and that fails.{judge} {mend}.",
            _ => $"{Unknown(rules)} for {what}, {by}; no rule fails.{judge}",
        };
    }

    private string Unknown(IReadOnlyList<GateRule> rules)
    {
        int open = rules.Count(r => r.Answer == GateAnswer.CannotTell);
        return result.Gate.JudgedNothing ? "Cannot tell: nothing was judged" : $"Cannot tell: {open} of {rules.Count} rules {(open == 1 ? "lacks" : "lack")} evidence";
    }

    private void Line(string line) => _text.Append(Printable.Of(line)).Append('\n');
}
