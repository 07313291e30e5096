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
        Markup banner = Markup.Of($"<p class=\"banner {Class(gate.State)}\"><span class=\"mark\" aria-hidden=\"true\">{Mark(gate.State)}</span> <strong>{Word(gate.State)}</strong> <span>{gate.Sentence}</span></p>\n");
        Markup rules = gate.Rules.Count == 0 ? Markup.Empty : new HtmlTable("Rules of the policy, failed first", "rule", "result", "requires", "severity", "judged:", "found:", "waived:").Of(gate.Rules, Cells);
        return new("ship", Question, $"{Word(gate.State)} {gate.Sentence}", gate.State != GateState.CannotTell, Markup.Join([report.Delta is { } delta ? Paragraph(DeltaSummary.Scope(delta)) : Markup.Empty, rules, WaiverParts.Of(report, gate), Built(report), Paragraph(Policy(report))])) { Lead = banner };
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
        GateAnswer.Warned => "! told, fails nothing",
        _ => "✓ holds",
    };

    private static Markup Built(ReportModel report) => report.Artifacts.Count == 0
        ? Markup.Empty
        : new HtmlTable("What this answer is about: files built from the commit", "file", "SHA-256").Of(report.Artifacts, a => [Code(a.Name), Code(a.Sha256)], MostArtifacts);

    private static string Policy(ReportModel report) => report.PolicyFile is null
        ? "No policy file, so the default policy holds: 'ai-attribution init' writes one, and 'extends' in it names a stricter one."
        : $"The rules are those of {report.PolicyFile}; ai-attribution check answers by the same.";

    private static string Word(GateState state) => state switch
    {
        GateState.Clear => "Nothing blocks.",
        GateState.Blocked => "No.",
        _ => "Cannot tell.",
    };

    private static string Mark(GateState state) => state switch
    {
        GateState.Clear => "✓",
        GateState.Blocked => "✕",
        _ => "?",
    };

    private static string Class(GateState state) => state switch
    {
        GateState.Clear => "clear",
        GateState.Blocked => "blocked",
        _ => "cannot-tell",
    };
}
