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
        return Markup.Of($"<h3>How far the AI lines got</h3>\n{Paragraph(Answer(report.Funnel, all.Reached))}{Bars(report.Funnel, all.Reached)}{Table(report.Funnel)}");
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

    /// <summary>One bar a step, as long as the lines that reached the step before; the table says the same.</summary>
    private static Markup Bars(IReadOnlyList<FunnelStage> funnel, int all)
    {
        string said = string.Join("; ", funnel.Select(s => $"{FunnelWords.Of(s.Step)} {Figures.Number(s.Reached)}" + (s.Unknown > 0 ? $", unknown {Figures.Number(s.Unknown)}" : "")));
        return Markup.Of($"<svg class=\"bar\" role=\"img\" aria-labelledby=\"funnel-t funnel-d\" width=\"100%\" height=\"{funnel.Count * 28}\"><title id=\"funnel-t\">AI lines by the step they reached</title><desc id=\"funnel-d\">{said}</desc>{Markup.Join(funnel.Select((s, i) => Bar(s, i, all)))}</svg>\n");
    }

    private static Markup Bar(FunnelStage stage, int row, int all)
    {
        double left = 0;
        List<Markup> parts = [];
        foreach ((int size, int pattern) in new[] { (stage.Reached, 0), (stage.Unknown, 3), (stage.Missed, 5) })
        {
            double width = 100.0 * size / all;
            if (size > 0)
                parts.Add(Markup.Of($"<rect x=\"{StackedBar.Share(left)}\" y=\"{(row * 28) + 2}\" width=\"{StackedBar.Share(width)}\" height=\"24\" class=\"part\" fill=\"url(#p{pattern})\"/>"));
            left += width;
        }

        return Markup.Join(parts);
    }

    private static Markup Table(IReadOnlyList<FunnelStage> funnel) =>
        new HtmlTable("AI lines of production code by the step they reached; each step counts the lines that reached the one before", "step", "reached:", "of the step before:", "missed:", "unknown:", "what missed or unknown means").Of(
            funnel,
            s =>
            [
                Markup.Of($"{StackedBar.Swatch(0)}{FunnelWords.Of(s.Step)}: {FunnelWords.Reached(s.Step)}"),
                Figure(s.Reached),
                Inline(FunnelWords.Share(s)),
                s.Missed > 0 ? Markup.Of($"{StackedBar.Swatch(5)}{Figure(s.Missed)}") : Figure(0),
                s.Unknown > 0 ? Markup.Of($"{StackedBar.Swatch(3)}{Figure(s.Unknown)}") : Figure(0),
                Inline(Meaning(s)),
            ]);

    private static string Meaning(FunnelStage stage) => string.Join("; ", new[]
    {
        stage.Missed > 0 ? "missed: " + FunnelWords.Missed(stage.Step) : null,
        stage.Unknown > 0 ? "unknown: " + FunnelWords.Unknown(stage.Step) : null,
    }.OfType<string>());
}
