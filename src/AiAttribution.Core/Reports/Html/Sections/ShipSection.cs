using AiAttribution.Core.Reports.Gate;
using AiAttribution.Core.Reports.Model;
using static AiAttribution.Core.Reports.Html.HtmlParts;

namespace AiAttribution.Core.Reports.Html.Sections;

/// <summary>Question 1: the answer as a banner, and the rules behind it.</summary>
internal static class ShipSection
{
    public const string Question = "May I ship this?";

    public static HtmlSection Of(ReportModel report)
    {
        ReleaseGate gate = ReleaseGate.Of(report);
        Markup banner = Markup.Of($"<p class=\"banner {Class(gate.State)}\"><span class=\"mark\" aria-hidden=\"true\">{Mark(gate.State)}</span> <strong>{Word(gate.State)}</strong> <span>{gate.Sentence}</span></p>\n");
        Markup rules = new HtmlTable("Rules, failed first", "rule", "what it finds", "limit:", "found:", "result").Of(gate.Rules, rule => Cells(rule, gate.State));
        return new("ship", Question, $"{Word(gate.State)} {gate.Sentence}", gate.State != GateState.CannotTell, rules.And(Paragraph(Policy(report)))) { Lead = banner };
    }

    private static Markup[] Cells(GateRule rule, GateState state) =>
    [
        Markup.Of($"<a href=\"{rule.HelpLink}\">{rule.Id}</a>"),
        Text(rule.Title),
        Text(rule.Blocks ? "0" : "–"),
        Figure(rule.Members.Count),
        Text(rule.Members.Count == 0 ? state == GateState.CannotTell ? "? cannot tell" : "✓ nothing found" : rule.Blocks ? "✕ blocks" : "! told, does not block"),
    ];

    private static string Policy(ReportModel report) => report.PolicyFile is null
        ? "No policy file, so the default rules hold: 'ai-attribution init' writes one."
        : $"The numbers behind the rules are those of {report.PolicyFile}.";

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
