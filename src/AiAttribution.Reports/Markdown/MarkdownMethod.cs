using System.Text;
using AiAttribution.Core.Model;
using AiAttribution.Core.Policy;
using static AiAttribution.Core.Text.Figures;
using static AiAttribution.Reports.Markdown.MarkdownText;

namespace AiAttribution.Reports.Markdown;

/// <summary>The closing section: how the figures were computed.</summary>
internal static class MarkdownMethod
{
    public static void Append(StringBuilder text, ReportModel report)
    {
        text.Append("## How this was computed\n\n");
        text.Append(report.PolicyFile is null ? "- Policy: the defaults, there is no policy file.\n" : $"- Policy: {Code(report.PolicyFile)}.\n");
        text.Append($"- AI-heavy is a member with at least {Limit(report.Policy.Share)} and at least {Count(report.Policy.MinimumLines, "AI line")} among its code lines; blank, comment and brace-only lines do not count.\n");
        string origin = report.Policy.Mode == AttributionMode.Git ? "the commit that git blame names for it" : "the commit that gave it its meaning (white space, layout and moves within a commit take no line over)";
        text.Append($"- A line is AI when {origin} carries evidence. No evidence is not proof of a human: such lines are *other*.\n");
        text.Append($"- Tests: {Count(report.Tests.Reports, "coverage report")}; {Count(report.Tests.MeasuredFiles, "file")} measured on this text, {Number(report.Tests.StaleFiles)} changed since.");
        text.Append(report.Tests.Unresolved.Count > 0 ? $" {Count(report.Tests.Unresolved.Count, "name")} in them could not be placed: {Names(report.Tests.Unresolved)}.\n" : "\n");
        text.Append($"- Deployments that make code live: {Number(report.Deployments.Count)}");
        text.Append(report.Deployments.Newest is string newest ? $", the newest {Code(newest)}.\n" : ".\n");
        if (report.Deployments.Unplaced + report.Deployments.Missing > 0)
            text.Append($"- {Number(report.Deployments.Unplaced)} more name no commit, and {Number(report.Deployments.Missing)} a commit that is not in this clone; 'ai-attribution deployments list' tells which.\n");
    }

    private static string Names(IReadOnlyList<string> names)
    {
        const int most = 5;
        string shown = string.Join(", ", names.Take(most).Select(Code));
        return names.Count > most ? $"{shown} and {Number(names.Count - most)} more" : shown;
    }
}
