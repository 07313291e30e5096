using System.Text;
using AiAttribution.Core.Model;
using AiAttribution.Core.Outcomes;
using static AiAttribution.Core.Text.Figures;

namespace AiAttribution.Reports.Markdown;

/// <summary>The section on how far AI lines got.</summary>
internal static class MarkdownFunnel
{
    public static void Append(StringBuilder text, ReportModel report)
    {
        if (report.Funnel is not [{ Reached: > 0 }, ..])
            return;
        text.Append("## How far AI lines got\n\n");
        text.Head("step", "lines:", "of the step before:", "missed:", "unknown:", "meaning");
        foreach (FunnelStage stage in report.Funnel)
            text.Row(FunnelWords.Of(stage.Step), Number(stage.Reached), FunnelWords.Share(stage), Number(stage.Missed), Number(stage.Unknown), FunnelWords.Reached(stage.Step));
        text.Append('\n');
        string[] unknown = [.. report.Funnel.Where(s => s.Unknown > 0).Select(s => $"{FunnelWords.Of(s.Step)}: {FunnelWords.Unknown(s.Step)}")];
        if (unknown.Length > 0)
            text.Append($"Unknown: {string.Join("; ", unknown)}.\n\n");
    }
}
