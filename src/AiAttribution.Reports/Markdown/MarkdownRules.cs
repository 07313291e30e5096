using System.Text;
using AiAttribution.Core.Members;
using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Gate;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Reports.Json;
using static AiAttribution.Core.Text.Figures;
using static AiAttribution.Reports.Markdown.MarkdownText;

namespace AiAttribution.Reports.Markdown;

/// <summary>The sections on the policy: the answer of each rule, what it found, and every waiver.</summary>
internal static class MarkdownRules
{
    private const int MostRows = 50;

    public static void Append(StringBuilder text, ReportModel report)
    {
        IReadOnlyList<GateRule> rules = ReleaseGate.Of(report).Rules;
        if (rules.Count > 0)
            AppendRules(text, rules);
        // The default rule says what the findings below say, but for members without a verdict.
        Finding[] found = [.. Finding.OpenOf(report).Where(f => f.Rule is { } rule && (!rule.IsDefault || (f.Member is { } member && VerdictIds.Of(member.Verdict.Verdict) is null)))];
        if (found.Length > 0)
            AppendFindings(text, found);
        if (report.Policy.Waivers.Count > 0)
            AppendWaivers(text, report);
        CodeSuppression[] others = [.. report.Suppressions.Where(s => s.Waiver is null)];
        if (others.Length > 0)
            AppendSuppressions(text, others);
    }

    private static void AppendSuppressions(StringBuilder text, CodeSuppression[] suppressions)
    {
        text.Append($"## Suppressed in the code\n\nThe compiler honours these for AIA1xxx. They waive no rule of the policy, because no justification has the form {Code(CodeSuppression.Form)}.\n\n");
        text.Head("code", "place", "justification");
        foreach (CodeSuppression suppression in suppressions.Take(MostRows))
            text.Row(suppression.Code, Code($"{suppression.Path}:{suppression.Line}"), suppression.Justification is { } justification ? Plain(justification) : "–");
        if (suppressions.Length > MostRows)
            text.Append($"\n{Number(suppressions.Length - MostRows)} more are in {Code(JsonReport.FileName)}.\n");
        text.Append('\n');
    }

    private static void AppendRules(StringBuilder text, IReadOnlyList<GateRule> rules)
    {
        text.Append("## Policy rules\n\n");
        text.Head("answer", "rule", "requires", "severity", "judged:", "found:", "waived:");
        foreach (GateRule rule in rules)
            text.Row(Answer(rule), Code(rule.Rule.Id), Code(rule.Rule.Require.Text), RuleWords.Of(rule.Rule.Severity), Number(rule.Verdict.Judged), Number(rule.Open.Count), Number(rule.Waived.Count));
        text.Append('\n');
    }

    private static string Answer(GateRule rule) => rule.Fails && rule.Answer == GateAnswer.CannotTell ? "cannot tell, fails" : GateWords.Of(rule.Answer);

    private static void AppendFindings(StringBuilder text, Finding[] found)
    {
        text.Head("severity", "code", "rule", "place", "what is wrong, and what mends it");
        foreach (Finding finding in found.Take(MostRows))
            text.Row(RuleWords.Of(finding.Severity), $"[{finding.Code}]({RuleCodes.HelpLink(finding.Code)})", Code(finding.Rule!.Id), finding.Place.Path is { } path ? Code($"{path}:{finding.Place.Line}") : "–", Plain(finding.Message));
        if (found.Length > MostRows)
            text.Append($"\n{Number(found.Length - MostRows)} more are in {Code(JsonReport.FileName)}.\n");
        text.Append('\n');
    }

    private static void AppendWaivers(StringBuilder text, ReportModel report)
    {
        text.Append("## Waivers\n\n");
        text.Head("rule", "covers", "last day", "owner", "reason");
        foreach (Waiver waiver in report.Policy.Waivers.OrderByDescending(w => w.IsExpired(report.Today)).ThenBy(w => w.Expires))
            text.Row(Code(waiver.Rule), Code(waiver.Covered), waiver.IsExpired(report.Today) ? $"{waiver.ExpiresText}, expired" : waiver.ExpiresText, Plain(waiver.Owner), Plain(waiver.Reason));
        text.Append('\n');
    }
}
