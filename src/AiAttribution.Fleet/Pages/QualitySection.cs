using AiAttribution.Reports.Html;
using static AiAttribution.Reports.Html.HtmlParts;

namespace AiAttribution.Fleet.Pages;

/// <summary>Question 3: how much is AI, whether it is tested, and whether it stays.</summary>
internal static class QualitySection
{
    private const string Question = "Is the AI work tested, and does it stay?";

    public static HtmlSection Of(Scope scope)
    {
        if (scope is { Lines: null, Tested: null, Lives: null } && scope.Withholds(FigureKind.Lines))
            return HtmlSection.Unknown("quality", Question, "Not told: too few builders stand behind it. It is counted in larger sums.", Markup.Empty);
        string tested = scope.Tested is null ? scope.Missing(FigureKind.Tested) : FleetWords.Tested(scope.Tested);
        string gone = scope.Lives is not { } lives ? scope.Missing(FigureKind.Lives)
            : $"{FleetWords.Share(lives.AiEarly, lives.AiOld)} of the AI lines of the year, {FleetWords.Share(lives.OtherEarly, lives.OtherOld)} of the others";
        return new HtmlSection("quality", Question, $"Executable AI lines that are tested: {tested}. Gone within 14 days: {gone}.", tested != FleetWords.NotKnown || scope.Lives is not null, Table(scope));
    }

    private static Markup Table(Scope scope)
    {
        List<(string Name, string Value, string Meaning)> rows = [];
        if (scope.Lines is { } lines)
        {
            rows.Add(("AI lines", $"{lines.Ai:N0} of {lines.Total:N0}, {FleetWords.Share(lines.Ai, lines.Total)}", "with evidence in git; the newest state of each repository"));
            rows.Add(("lines of unknown origin", $"{lines.Unknown:N0}, {FleetWords.Share(lines.Unknown, lines.Total)}", "so much higher the AI part may be"));
        }

        if (scope.Tested is { } tested)
            rows.Add(("executable AI lines", $"{tested.Tested:N0} tested, {tested.Untested:N0} not, {tested.Unmeasured:N0} not measured", "a passing test ran them, on this very text"));
        if (scope.Lives is { } lives)
            rows.Add(("lines old enough for an answer", $"AI {lives.AiOld:N0}, other {lives.OtherOld:N0}", "landed within the year, at least 14 days before the newest thing that is known"));
        return rows.Count == 0 ? Markup.Empty : new HtmlTable("What is behind the answer", "figure", "value", "what it means").Of(rows, r => [Inline(r.Name), Inline(r.Value), Inline(r.Meaning)]);
    }
}
