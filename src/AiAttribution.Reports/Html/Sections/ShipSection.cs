using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Gate;
using AiAttribution.Core.Model.Release;
using AiAttribution.Core.Policy.Rules;
using static AiAttribution.Reports.Html.HtmlParts;

namespace AiAttribution.Reports.Html.Sections;

/// <summary>Question 1: the answer as a banner, and the rules behind it.</summary>
internal static class ShipSection
{
    public const string Question = "May I ship this?";

    private const int MostArtifacts = 20;

    public static HtmlSection Of(ReportModel report)
    {
        ReleaseGate gate = ReleaseGate.Of(report);
        (string word, string mark, string style, string sentence) = Answer(gate);
        Markup banner = Markup.Of($"<p class=\"banner {style}\"><span class=\"mark\" aria-hidden=\"true\">{mark}</span> <strong>{word}</strong> <span>{sentence}</span></p>\n");
        Markup rules = gate.Rules.Count == 0 ? Markup.Empty : new HtmlTable(report.PolicyFile is null ? "The default rule, which holds where there is no policy" : "Rules of the policy, failed first", "rule", "result", "requires", "severity", "judged:", "found:", "waived:").Of(gate.Rules, Cells);
        return new("ship", Question, $"{word} {sentence}", gate.State != GateState.CannotTell, Markup.Join([BriefPart.Of(report), JudgedPart.Of(report), report.Delta is { } delta ? Paragraph(DeltaSummary.Scope(delta)) : Markup.Empty, rules, WaysOut.Of(report, [.. Finding.OpenOf(report)]), WaiverParts.Of(report, gate), Built(report), Paragraph(Policy(report))])) { Lead = banner };
    }

    private static Markup[] Cells(GateRule rule) =>
    [
        Markup.Of($"{rule.Rule.Id} <a href=\"{rule.HelpLink}\">{rule.Rule.Require.Code}</a>"),
        Markup.Of($"<span class=\"whole\">{Result(rule)}</span>"),
        Inline(rule.Rule.Require.Text),
        Inline(RuleWords.Of(rule.Rule.Severity)),
        Figure(rule.Verdict.Judged),
        Figure(rule.Open.Count),
        Figure(rule.Waived.Count),
    ];

    private static string Result(GateRule rule) => rule.Answer switch
    {
        GateAnswer.Failed => "✕ fails",
        GateAnswer.CannotTell => rule.Fails ? "✕ cannot tell, fails" : "? cannot tell",
        GateAnswer.Warned => "! warns, fails nothing",
        _ => "✓ holds",
    };

    private static Markup Built(ReportModel report) => report.Artifacts.Count == 0
        ? Markup.Empty
        : new HtmlTable("What this answer is about: files built from the commit", "file", "SHA-256").Of(report.Artifacts, a => [Code(a.Name), Code(a.Sha256)], MostArtifacts);

    private static string Policy(ReportModel report) => report.PolicyFile is null
        ? "The default rule only warns. 'ai-attribution init' writes a policy, and 'extends' in it names a stricter one."
        : $"The rules are those of {report.PolicyFile}; ai-attribution check answers by the same.";

    /// <summary>Without a policy nothing can block, so that nothing blocks is no answer.</summary>
    private static (string Word, string Mark, string Style, string Sentence) Answer(ReleaseGate gate) => gate.State switch
    {
        _ when gate.Found is { } found => (ReleaseGate.NoPolicy, "–", "no-policy", found),
        GateState.Blocked => ("No.", "✕", "blocked", gate.Sentence),
        GateState.CannotTell => ("Cannot tell.", "?", "cannot-tell", gate.Sentence),
        _ => ("Nothing blocks.", "✓", "clear", gate.Sentence),
    };
}
