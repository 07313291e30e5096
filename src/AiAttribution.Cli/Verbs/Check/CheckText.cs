using System.Text;
using AiAttribution.Core.Model.Gate;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Policy.Waivers;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Verbs.Check;

/// <summary>Verdicts for people: failed rules first, each with its places and what mends them.</summary>
internal sealed class CheckText(CheckResult result)
{
    private const int MostFindings = 20;

    private readonly StringBuilder _text = new();

    public string Write()
    {
        IReadOnlyList<GateRule> rules = result.Gate.Rules;
        int width = rules.Select(r => r.Rule.Id.Length).DefaultIfEmpty(0).Max();
        foreach (GateRule rule in rules)
            Add(rule, width);
        foreach (Waiver waiver in result.Policy.Waivers)
            Line($"{(waiver.IsExpired(result.Today) ? "expired" : "waiver"),-11}  {waiver.Rule.PadRight(width)}  {(waiver.IsExpired(result.Today) ? "since" : "until")} {waiver.ExpiresText}, {waiver.Owner}: {waiver.Reason}{(waiver.File is null ? "" : $" ({waiver.File}:{waiver.Line})")}");
        if (rules.Any(r => r.Open.Any(IsMessage)))
            Line("Messages of commits that are not published: git rebase -i COMMIT~1, or git commit --amend for the last. Published ones: \"newOnly\": \"TAG\" in the rule, or a waiver.");
        if (result.Policy.IsSinceAdoption)
            Line($"Baseline: {result.Policy.Since}, which brought AiAttribution here. What came before is told and not judged; --since all judges it, too.");
        Line(Summary(rules));
        return _text.ToString();
    }

    /// <summary>Whether the message of a commit has to change, which is said once and not for each.</summary>
    private static bool IsMessage(RuleFinding finding) => finding is { Place.Commit: not null, Kind: FindingKind.Violation };

    private void Add(GateRule rule, int width)
    {
        Line($"{Word(rule.Answer),-11}  {rule.Rule.Id.PadRight(width)}  {RuleWords.Of(rule.Rule.Severity),-7}  {rule.Rule.Require.Text} ({Counts(rule)})");
        foreach (RuleFinding finding in rule.Open.OrderBy(f => f.Kind).Take(MostFindings))
            Line($"  {Place(rule.Rule, finding.Place)}{RuleCodes.Of(rule.Rule, finding)}: {finding.Told(result.Today)}");
        if (rule.Open.Count > MostFindings)
            Line($"  and {rule.Open.Count - MostFindings} more; --format json has them all");
    }

    private static string Counts(GateRule rule)
    {
        string subject = rule.Rule.Require.Subject switch { RuleSubject.Commit => "commit", RuleSubject.Member => "member", RuleSubject.Period => "period", _ => "file" };
        return $"{rule.Verdict.Judged} {subject}{(rule.Verdict.Judged == 1 ? "" : "s")} judged{(rule.Waived.Count > 0 ? $", {rule.Waived.Count} waived" : "")}";
    }

    private string Place(PolicyRule rule, RulePlace place)
    {
        if (place.Path is not null)
            return place.Column > 0 ? $"{place.Path}({place.Line},{place.Column}): " : $"{place.Path}({place.Line}): ";
        return result.PolicyFile is null || rule.Line == 0 || place.Commit is not null ? "" : $"{result.PolicyFile}({rule.Line},{rule.Column}): ";
    }

    /// <summary>Capitals stand where attention is needed, because a log has no colours.</summary>
    private static string Word(GateAnswer answer) => answer is GateAnswer.Failed or GateAnswer.CannotTell ? GateWords.Of(answer).ToUpperInvariant() : GateWords.Of(answer);

    private string Summary(IReadOnlyList<GateRule> rules)
    {
        int failed = rules.Count(r => r.Fails);
        string what = result.Range is { } range ? $"the commits of {range}" : "the working tree";
        string by = result.PolicyFile is { } file ? $"by {file}" : "by the default policy, which fails nothing ('extends' in ai-attribution.json names a stricter one)";
        return failed == 0 ? $"No rule fails for {what}, {by}." : $"{failed} of {rules.Count} rules fail{(failed == 1 ? "s" : "")} for {what}, {by}.";
    }

    private void Line(string line) => _text.Append(Printable.Of(line)).Append('\n');
}
