using System.Text;
using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Gate;
using static AiAttribution.Reports.Markdown.MarkdownText;

namespace AiAttribution.Reports.Markdown;

/// <summary>What a judged change does to what is judged, before any answer.</summary>
internal static class MarkdownChanges
{
    private const int Most = 20;

    public static void Append(StringBuilder text, ReportModel report)
    {
        if (report.Judged is not { Changes.Count: > 0 } judged)
            return;
        text.Append("**This change also changes what is judged:**\n\n");
        foreach (GateChange change in judged.Changes.Take(Most))
            text.Append($"- {Code(change.Line > 0 ? $"{change.Path}({change.Line})" : change.Path)}: {Plain(change.KindText)}: {Plain(change.Message)}\n");
        if (judged.Changes.Count > Most)
            text.Append($"- and {judged.Changes.Count - Most} more\n");
        text.Append($"\n{Plain(judged.Note)}\n\n");
    }
}
