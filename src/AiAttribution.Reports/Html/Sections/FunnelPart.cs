using AiAttribution.Core.Model;
using AiAttribution.Core.Outcomes;
using AiAttribution.Core.Text;
using static AiAttribution.Reports.Html.HtmlParts;

namespace AiAttribution.Reports.Html.Sections;

/// <summary>How far AI lines got: attributed, executable, tested, deployed, survived.</summary>
internal static class FunnelPart
{
    /// <summary>The funnel under a heading of its own; nothing where there is no AI line outside of tests.</summary>
    public static Markup Of(ReportModel report)
    {
        if (report.Funnel is not [{ Reached: > 0 } all, ..])
            return Markup.Empty;
        return Markup.Of($"<h3>How far the AI lines got</h3>\n{Paragraph(Answer(report.Funnel, all.Reached))}{Table(report.Funnel, all.Reached)}");
    }

    private static string Answer(IReadOnlyList<FunnelStage> funnel, int all)
    {
        if (FunnelWords.NotKnown(funnel, FunnelStep.Executable) is not null)
            return $"Not known: of {Figures.Count(all, "AI line")} none is known to be executable; build and measure.";
        FunnelStage tested = funnel[(int)FunnelStep.Tested];
        if (FunnelWords.NotKnown(funnel, FunnelStep.Tested) is not null)
            return $"Not known: none of {Figures.Count(tested.Unknown, "executable AI line")} was measured{Open(funnel)}.";
        int measured = tested.Reached + tested.Missed;
        int deployed = funnel[(int)FunnelStep.Deployed].Reached;
        string live = FunnelWords.NotKnown(funnel, FunnelStep.Deployed) is null ? $", {Figures.Percent(deployed, measured)} tested and live" : "";
        return $"{Figures.Percent(tested.Reached, measured)} of {Figures.Count(measured, "measured executable AI line")} are tested{live}{(tested.Unknown > 0 ? $"; {Figures.Count(tested.Unknown, "more was", "more were")} not measured" : "")}{Open(funnel)}.";
    }

    private static string Open(IReadOnlyList<FunnelStage> funnel) => funnel[(int)FunnelStep.Executable].Unknown is > 0 and int unknown
        ? $"; of {Figures.Count(unknown, "further line")} it is not known whether they can be executed"
        : "";

    private static Markup Table(IReadOnlyList<FunnelStage> funnel, int all) =>
        new HtmlTable("AI lines of production code by the step they reached; each step counts the lines that reached the one before", "step", "reached:", "of the step before:", "missed:", "unknown:", "what missed or unknown means").Of(
            funnel,
            s => FunnelWords.NotKnown(funnel, s.Step) is { } open
                ? [Step(s), Inline(open), Inline("–"), Inline("–"), s.Unknown > 0 ? Figure(s.Unknown) : Inline("–"), Inline(Meaning(s))]
                : [Step(s), Markup.Of($"{Figure(s.Reached)} {ShareBar.Of(s.Reached, all)}"), Inline(FunnelWords.Share(s)), Figure(s.Missed), Figure(s.Unknown), Inline(Meaning(s))]);

    private static Markup Step(FunnelStage stage) => Inline($"{FunnelWords.Of(stage.Step)}: {FunnelWords.Reached(stage.Step)}");

    private static string Meaning(FunnelStage stage) => string.Join("; ", new[]
    {
        stage.Missed > 0 ? "missed: " + FunnelWords.Missed(stage.Step) : null,
        stage.Unknown > 0 ? "unknown: " + FunnelWords.Unknown(stage.Step) : null,
    }.OfType<string>());
}
