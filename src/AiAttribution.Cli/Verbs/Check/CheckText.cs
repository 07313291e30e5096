using System.Text;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Policy.Waivers;
using AiAttribution.Core.Reports;

namespace AiAttribution.Cli.Verbs.Check;

/// <summary>Verdicts for people: failed rules first, each with its places and what mends them.</summary>
internal sealed class CheckText(CheckResult result)
{
    private const int MostFindings = 20;

    private readonly StringBuilder _text = new();

    public string Write()
    {
        List<RuleVerdict> rules = [.. result.Verdicts.OrderBy(Rank)];
        int width = rules.Select(v => v.Rule.Id.Length).DefaultIfEmpty(0).Max();
        foreach (RuleVerdict verdict in rules)
            Add(verdict, width);
        foreach (Waiver waiver in result.Policy.Waivers)
            Line($"{(waiver.IsExpired(result.Today) ? "expired" : "waiver"),-11}  {waiver.Rule.PadRight(width)}  {(waiver.IsExpired(result.Today) ? "since" : "until")} {waiver.ExpiresText}, {waiver.Owner}: {waiver.Reason}");
        Line(Summary(rules));
        return _text.ToString();
    }

    private void Add(RuleVerdict verdict, int width)
    {
        Line($"{Word(verdict),-11}  {verdict.Rule.Id.PadRight(width)}  {RuleWords.Of(verdict.Rule.Severity),-7}  {verdict.Rule.Require.Text} ({Counts(verdict)})");
        List<RuleFinding> findings = [.. verdict.Findings.Where(f => f.Counts(result.Today)).OrderBy(f => f.Kind)];
        foreach (RuleFinding finding in findings.Take(MostFindings))
            Line($"  {Place(verdict, finding)}{RuleCodes.Of(verdict.Rule, finding)}: {finding.Message}");
        if (findings.Count > MostFindings)
            Line($"  and {findings.Count - MostFindings} more; --format json has them all");
    }

    private string Counts(RuleVerdict verdict)
    {
        int waived = verdict.Findings.Count(f => !f.Counts(result.Today));
        string subject = verdict.Rule.Require.Subject switch { RuleSubject.Commit => "commit", RuleSubject.Member => "member", _ => "file" };
        return $"{verdict.Judged} {subject}{(verdict.Judged == 1 ? "" : "s")} judged{(waived > 0 ? $", {waived} waived" : "")}";
    }

    private string Place(RuleVerdict verdict, RuleFinding finding)
    {
        RulePlace place = finding.Place;
        if (place.Path is not null)
            return place.Column > 0 ? $"{place.Path}({place.Line},{place.Column}): " : $"{place.Path}({place.Line}): ";
        return result.PolicyFile is null || verdict.Rule.Line == 0 || place.Commit is not null ? "" : $"{result.PolicyFile}({verdict.Rule.Line},{verdict.Rule.Column}): ";
    }

    private int Rank(RuleVerdict verdict) => Word(verdict) switch { "FAILED" => 0, "CANNOT TELL" => 1, "warned" => 2, _ => 3 };

    /// <summary>Capitals stand where attention is needed, because a log has no colours.</summary>
    private string Word(RuleVerdict verdict) => verdict.Outcome(result.Today) switch
    {
        RuleOutcome.Violated when verdict.Fails(result.Today) => "FAILED",
        RuleOutcome.CannotTell => "CANNOT TELL",
        RuleOutcome.Passed when !verdict.Findings.Any(f => f.Counts(result.Today)) => "passed",
        _ => "warned",
    };

    private string Summary(List<RuleVerdict> rules)
    {
        int failed = rules.Count(v => v.Fails(result.Today));
        string what = result.Range is { } range ? $"the commits of {range}" : "the working tree";
        string by = result.PolicyFile is { } file ? $"by {file}" : "by the default policy, which fails nothing ('extends' in ai-attribution.json names a stricter one)";
        return failed == 0 ? $"No rule fails for {what}, {by}." : $"{failed} of {rules.Count} rules fail{(failed == 1 ? "s" : "")} for {what}, {by}.";
    }

    private void Line(string line) => _text.Append(Printable.Of(line)).Append('\n');
}
