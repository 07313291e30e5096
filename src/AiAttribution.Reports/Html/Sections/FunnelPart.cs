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
        int executable = funnel[(int)FunnelStep.Executable].Reached;
        int tested = funnel[(int)FunnelStep.Tested].Reached;
        int deployed = funnel[(int)FunnelStep.Deployed].Reached;
        return executable == 0
            ? $"Not known: of {Figures.Count(all, "AI line")} none is known to be executable; build and measure."
            : $"{Figures.Percent(tested, executable)} of {Figures.Count(executable, "executable AI line")} are tested, {Figures.Percent(deployed, executable)} tested and live{Open(funnel)}.";
    }

    private static string Open(IReadOnlyList<FunnelStage> funnel) => funnel[(int)FunnelStep.Executable].Unknown is > 0 and int unknown
        ? $"; of {Figures.Count(unknown, "further line")} it is not known whether they can be executed"
        : "";

    private static Markup Table(IReadOnlyList<FunnelStage> funnel, int all) =>
        new HtmlTable("AI lines of production code by the step they reached; each step counts the lines that reached the one before", "step", "reached:", "of the step before:", "missed:", "unknown:", "what missed or unknown means").Of(
            funnel,
            s =>
            [
                Inline($"{FunnelWords.Of(s.Step)}: {FunnelWords.Reached(s.Step)}"),
                Markup.Of($"{Figure(s.Reached)} {ShareBar.Of(s.Reached, all)}"),
                Inline(FunnelWords.Share(s)),
                Figure(s.Missed),
                Figure(s.Unknown),
                Inline(Meaning(s)),
            ]);

    private static string Meaning(FunnelStage stage) => string.Join("; ", new[]
    {
        stage.Missed > 0 ? "missed: " + FunnelWords.Missed(stage.Step) : null,
        stage.Unknown > 0 ? "unknown: " + FunnelWords.Unknown(stage.Step) : null,
    }.OfType<string>());
}
