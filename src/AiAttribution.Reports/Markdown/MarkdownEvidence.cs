using System.Text;
using AiAttribution.Core.Model;
using static AiAttribution.Core.Text.Figures;
using static AiAttribution.Reports.Markdown.MarkdownText;

namespace AiAttribution.Reports.Markdown;

/// <summary>The section on where the attribution comes from.</summary>
internal static class MarkdownEvidence
{
    public static void Append(StringBuilder text, ReportModel report)
    {
        if (report.Evidence is not { } evidence)
            return;
        text.Append("## Evidence\n\n");
        text.Append($"{Number(evidence.AiCommits)} of {Count(evidence.Commits, "commit")} carry AI evidence{(evidence.WeakCommits > 0 ? $", {Number(evidence.WeakCommits)} more only weak one" : "")}.");
        text.Append(GitAiNoteWords.Of(evidence) is { } notes ? $" {notes}" : "");
        text.Append(GitAiNoteWords.Remedy(evidence) is { } remedy ? $" Way out: {Code(remedy)}.\n\n" : "\n\n");
        foreach (string limit in evidence.Limits)
            text.Append($"{MarkdownText.Plain(limit)}\n\n");
        if (evidence.Kinds.Count > 0)
        {
            text.Head("kind of evidence", "commits:");
            foreach ((string kind, int commits) in evidence.Kinds.LargestFirst)
                text.Row(kind, Number(commits));
            text.Append('\n');
        }

        AppendAgents(text, report.Lines.Agents);
    }

    private static void AppendAgents(StringBuilder text, AgentCounts agents)
    {
        if (agents.Count > 0)
        {
            text.Head("agent and model", "AI lines:");
            foreach ((string agent, int lines) in agents.LargestFirst)
                text.Row(Code(agent), Number(lines));
            text.Append('\n');
        }

        if (agents.Hidden is { } hidden)
            text.Append($"{hidden}\n\n");
    }
}
