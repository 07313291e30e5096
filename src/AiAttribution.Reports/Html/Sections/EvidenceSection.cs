using AiAttribution.Core.Evidence;
using AiAttribution.Core.Model;
using AiAttribution.Core.Text;
using static AiAttribution.Core.Text.Figures;
using static AiAttribution.Reports.Html.HtmlParts;

namespace AiAttribution.Reports.Html.Sections;

/// <summary>Question 3: how strong the evidence is, of how much nothing is known, and what is missing.</summary>
internal static class EvidenceSection
{
    private const string Question = "How sure are we?";
    private const int MostAgents = 50;

    public static HtmlSection Of(ReportModel report)
    {
        LineTally lines = report.Lines;
        if (lines.Total == 0)
            return HtmlSection.Unknown("sure", Question, "No line was attributed.", Notes(report.Notes));
        Markup bar = new PartsTable("Lines by what is known of them", "lines").Of(
        [
            ("AI, lines named by a note", lines.Of(EvidenceGrade.Lines)),
            ("AI, declared for the commit", lines.Of(EvidenceGrade.Declared)),
            ("AI, weak evidence", lines.Of(EvidenceGrade.Weak)),
            ("other: history known, no AI evidence", lines.Other),
            (InPartWords.State, lines.InPart),
            ("unknown: not committed", lines.NotCommitted),
            ("unknown: history is missing", lines.HistoryMissing),
        ]);
        return new("sure", Question, Answer(lines), true, Markup.Join([bar, Paragraph("No evidence is not proof of a human: such lines are called other."), InPart(report), lines.NotCommittedSentence is { } notCommitted ? Paragraph(notCommitted) : Markup.Empty, .. report.Unread.Select(unread => Paragraph(unread.Text)), Sources(report), Notes(report.Notes)]));
    }

    private static string Answer(LineTally lines)
    {
        string weak = lines.Of(EvidenceGrade.Weak) is > 0 and int count ? $" {Count(count, "AI line rests", "AI lines rest")} on weak evidence and {(count == 1 ? "is" : "are")} never judged alone." : "";
        return $"{lines.KnownWords}{(InPartWords.Share(lines) is { } share ? $" {share}, since of some commits a part is AI and nobody says which." : "")}{weak}";
    }

    private static Markup InPart(ReportModel report) => InPartWords.Of(report.Lines, report.Evidence) is not { } words
        ? Markup.Empty
        : Markup.Of($"{Paragraph(words)}{(InPartWords.Remedy(report.Lines) is { } remedy ? Command(remedy) : Markup.Empty)}");

    private static Markup Sources(ReportModel report)
    {
        if (report.Evidence is not { } evidence)
            return Markup.Empty;
        IReadOnlyList<NamedCount> kinds = evidence.Kinds.LargestFirst;
        IReadOnlyList<NamedCount> agents = report.Lines.Agents.LargestFirst;
        Markup byKind = kinds.Count == 0 ? Markup.Empty : new HtmlTable("Commits by kind of evidence", "kind", "commits:").Of(kinds, k => [Inline(k.Name), Figure(k.Count)]);
        Markup byAgent = agents.Count == 0 ? Markup.Empty : new HtmlTable("AI lines by agent and model", "agent and model", "AI lines:").Of(agents, a => [Inline(a.Name), Figure(a.Count)], MostAgents);
        string read = $"{Figures.Number(evidence.AiCommits)} of {Count(evidence.Commits, "commit")} carry AI evidence; {Count(evidence.WeakCommits, "more commit has", "more commits have")} only weak evidence. {GitAiNoteWords.Of(evidence)}";
        Markup fetch = GitAiNoteWords.Remedy(evidence) is { } remedy ? Command(remedy) : Markup.Empty;
        return Markup.Of($"{Paragraph(read.TrimEnd())}{fetch}{Markup.Join([.. evidence.Limits.Select(limit => Paragraph(limit))])}<div class=\"columns\">{byKind}{byAgent}</div>\n{(report.Lines.Agents.Hidden is { } hidden ? Paragraph(hidden) : Markup.Empty)}");
    }

    private static Markup Notes(IReadOnlyList<BuildProblem> notes) => notes.Count == 0
        ? Markup.Empty
        : new HtmlTable("What was missing or wrong", "code", "what", "way out").Of(notes, note =>
        [
            Markup.Of($"<a href=\"{note.Diagnostic.HelpLink}\">{note.Diagnostic.Code}</a>"),
            Inline($"{note.Diagnostic.Title}: {(note.File is null ? "" : note.Line > 0 ? $"{note.File}({note.Line},{note.Column}) " : $"{note.File} ")}{note.Message}"),
            note.Remedy is null ? Inline("–") : Code(note.Remedy),
        ]);
}
