using System.Text;
using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Gate;
using static AiAttribution.Reports.Markdown.MarkdownText;

namespace AiAttribution.Reports.Markdown;

/// <summary>The answer and the lines below it, as they stand at the top of the page.</summary>
internal static class MarkdownBrief
{
    /// <summary>The answer, after what it is of.</summary>
    /// <param name="report">The report.</param>
    /// <param name="subject">What the gate is of, with a space before; empty for the report itself.</param>
    public static string Gate(ReportModel report, string subject = "")
    {
        ReleaseGate gate = ReleaseGate.Of(report);
        return $"Gate{subject}: {GateWords.Of(gate.State)}. {Plain(gate.Sentence)}";
    }

    public static void Append(StringBuilder text, ReportModel report)
    {
        IReadOnlyList<BriefLine> lines = Brief.Of(report);
        foreach (BriefLine line in lines)
            text.Append($"- **{line.Name}:** {Plain(line.Text)}\n");
        if (lines.Count > 0)
            text.Append('\n');
    }
}
