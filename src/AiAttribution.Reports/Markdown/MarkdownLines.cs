using System.Text;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Model;
using static AiAttribution.Core.Text.Figures;
using static AiAttribution.Reports.Markdown.MarkdownText;

namespace AiAttribution.Reports.Markdown;

/// <summary>The section on lines.</summary>
internal static class MarkdownLines
{
    private const int MostFiles = 20;

    public static void Append(StringBuilder text, ReportModel report)
    {
        LineTally lines = report.Lines;
        text.Append("## Lines\n\n");
        text.Head("state", "lines:", "share:");
        AppendRow(text, "AI, lines named by a note", lines.Of(EvidenceGrade.Lines), lines.Total);
        AppendRow(text, "AI, declared for the commit", lines.Of(EvidenceGrade.Declared), lines.Total);
        AppendRow(text, "AI, weak evidence", lines.Of(EvidenceGrade.Weak), lines.Total);
        text.Row("other: no AI evidence", Number(lines.Other), Percent(lines.Other, lines.Total));
        AppendRow(text, InPartWords.State, lines.InPart, lines.Total);
        AppendRow(text, "unknown: not committed", lines.NotCommitted, lines.Total);
        AppendRow(text, "unknown: history is missing", lines.HistoryMissing, lines.Total);
        text.Append('\n');
        if (InPartWords.Of(lines, report.Evidence) is { } inPart)
            text.Append($"{inPart}{(InPartWords.Remedy(lines) is { } remedy ? $" Way out: {Code(remedy)}." : "")}\n\n");
        if (lines.Baseline > 0)
            text.Append($"{Count(lines.Baseline, "AI line belongs", "AI lines belong")} to the baseline {Code(report.Policy.Since ?? "")}{(report.Policy.IsSinceAdoption ? ", where AiAttribution came in," : "")} and {(lines.Baseline == 1 ? "is" : "are")} never judged.\n\n");
        if (lines.NotCommittedSentence is { } notCommitted)
            text.Append($"{notCommitted}\n\n");
        foreach (ReportUnread unread in report.Unread)
            text.Append($"{unread.Text}\n\n");
        AppendFiles(text, [.. report.Files.Where(f => f.Ai > 0)]);
    }

    private static string Tests(ReportFile file)
    {
        string measurement = PlainWords.Of(file.Measurement);
        return file.Binding is null ? measurement : $"{measurement}, {ReportWords.Of(file.Binding)}";
    }

    private static void AppendRow(StringBuilder text, string state, int lines, int total)
    {
        if (lines > 0)
            text.Row(state, Number(lines), Percent(lines, total));
    }

    private static void AppendFiles(StringBuilder text, IReadOnlyList<ReportFile> files)
    {
        if (files.Count == 0)
            return;
        text.Append(files.Count > MostFiles ? $"The {MostFiles} files with most AI lines, of {Number(files.Count)}:\n\n" : "Files with AI lines:\n\n");
        text.Head("file", "AI:", "other:", "unknown:", "tests");
        foreach (ReportFile file in files.OrderByDescending(f => f.Ai).ThenBy(f => f.Path, StringComparer.Ordinal).Take(MostFiles))
            text.Row(Code(file.Path), Number(file.Ai), Number(file.Other), Number(file.Unknown), Tests(file));
        text.Append('\n');
    }
}
