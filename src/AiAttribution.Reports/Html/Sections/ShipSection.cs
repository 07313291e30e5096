using AiAttribution.Core.Members;
using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Gate;
using AiAttribution.Core.Model.Release;
using AiAttribution.Core.Policy.Rules;
using static AiAttribution.Core.Text.Figures;
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
        (string word, string mark, string style, string sentence) = Answer(report, gate);
        Markup banner = Markup.Of($"<p class=\"banner {style}\"><span class=\"mark\" aria-hidden=\"true\">{mark}</span> <strong>{word}</strong> <span>{sentence}</span></p>\n");
        Markup rules = gate.Rules.Count == 0 ? Markup.Empty : new HtmlTable("Rules of the policy, failed first", "rule", "result", "requires", "severity", "judged:", "found:", "waived:").Of(gate.Rules, Cells);
        return new("ship", Question, $"{word} {sentence}", gate.State != GateState.CannotTell, Markup.Join([report.Delta is { } delta ? Paragraph(DeltaSummary.Scope(delta)) : Markup.Empty, rules, WaiverParts.Of(report, gate), Built(report), Paragraph(Policy(report))])) { Lead = banner };
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
        ? "No policy file, so the default policy holds: 'ai-attribution init' writes one, and 'extends' in it names a stricter one."
        : $"The rules are those of {report.PolicyFile}; ai-attribution check answers by the same.";

    /// <summary>Without a policy nothing can block, so that nothing blocks is no answer.</summary>
    private static (string Word, string Mark, string Style, string Sentence) Answer(ReportModel report, ReleaseGate gate) => gate.State switch
    {
        GateState.Blocked => ("No.", "✕", "blocked", gate.Sentence),
        GateState.CannotTell => ("Cannot tell.", "?", "cannot-tell", gate.Sentence),
        _ when report.PolicyFile is null => ("No policy: nothing can block.", "–", "no-policy", Found(report)),
        _ => ("Nothing blocks.", "✓", "clear", gate.Sentence),
    };

    private static string Found(ReportModel report)
    {
        int heavy = report.Members.Count(m => m.Verdict.IsAiHeavy);
        int neither = report.Members.Count(m => m.Verdict.Verdict == Verdict.NeitherTestedNorDeployed);
        int unmeasured = report.Members.Count(m => m.Verdict.Verdict == Verdict.NotMeasured);
        return heavy == 0 ? "There is no AI-heavy member."
            : neither > 0 ? $"{Number(neither)} of {Count(heavy, "AI-heavy member")} {(neither == 1 ? "has" : "have")} neither a test nor a deployment.{(unmeasured > 0 ? $" {Number(unmeasured)} more {(unmeasured == 1 ? "was" : "were")} not measured." : "")}"
            : unmeasured > 0 ? $"{Number(unmeasured)} of {Count(heavy, "AI-heavy member")} {(unmeasured == 1 ? "was" : "were")} not measured."
            : heavy == 1 ? "The AI-heavy member has a test or a deployment." : $"Each of {Number(heavy)} AI-heavy members has a test or a deployment.";
    }
}
