using System.Text;
using AiAttribution.Core.Members;
using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Gate;
using AiAttribution.Core.Model.Release;
using AiAttribution.Core.Outcomes;
using AiAttribution.Core.Text;
using AiAttribution.Reports.Json;
using static AiAttribution.Core.Text.Figures;
using static AiAttribution.Reports.Markdown.MarkdownText;

namespace AiAttribution.Reports.Markdown;

/// <summary>Writes <c>AiAttribution.md</c>: the report that a release engineer reads in a minute.</summary>
internal static class MarkdownReport
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "AiAttribution.md";

    private const int MostBytes = 200_000;

    private static readonly Verdict[] Findings = [Verdict.NeitherTestedNorDeployed, Verdict.DeployedUntested, Verdict.TestedUndeployed];

    /// <summary>The report as text with LF line ends, cut at the end of a line where names would make it too long for a job's summary; equal models give equal bytes.</summary>
    public static string Write(ReportModel report) => Cut.AtLine(Text(report), MostBytes, $"The rest is in {Code(JsonReport.FileName)}.");

    private static string Text(ReportModel report)
    {
        var text = new StringBuilder();
        text.Append($"# AI attribution of {ReleaseTitle.Of(report, Code)}\n\n");
        MarkdownChanges.Append(text, report);
        if (report.Commit is not null)
            text.Append($"{MarkdownBrief.Gate(report)}{(report.Delta is { } delta ? " " + Plain(DeltaSummary.Scope(delta)) : "")}\n\n");
        MarkdownBrief.Append(text, report);
        text.Append(Summary(report)).Append("\n\n");
        if (report.Notes.Count > 0)
            AppendNotes(text, report.Notes);
        if (report.Commit is not null)
        {
            MarkdownRules.Append(text, report);
            MarkdownTokens.Append(text, report);
            MarkdownBudgets.Append(text, report);
            MarkdownOutcomes.Append(text, report);
            MarkdownSurvival.Append(text, report);
            MarkdownFunnel.Append(text, report);
            MarkdownMembers.Append(text, report);
            MarkdownDeployments.Append(text, report.Deployments);
            MarkdownLines.Append(text, report);
            MarkdownEvidence.Append(text, report);
            MarkdownMethod.Append(text, report);
        }

        return text.ToString();
    }

    /// <summary>What was found, before any table.</summary>
    private static string Summary(ReportModel report)
    {
        if (report.Commit is null)
            return "**Nothing was attributed.** The notes below say why and what to do.";
        List<string> found = [];
        foreach (Verdict verdict in Findings)
        {
            int count = report.Members.Count(m => m.Verdict.Verdict == verdict);
            if (count > 0)
                found.Add($"{Number(count)} {Meaning(verdict)} ({VerdictIds.Of(verdict)})");
        }

        int heavy = report.Members.Count(m => m.Verdict.IsAiHeavy);
        int unjudged = report.Members.Count(m => m.Verdict.Verdict == Verdict.NotMeasured);
        string findings = found.Count > 0 ? $": {string.Join(", ", found)}" : heavy > 0 && unjudged == 0 && !Finding.OpenOf(report).Any(f => f.Member is not null) ? ", none with a finding" : "";
        string judged = unjudged > 0 ? $" {Number(unjudged)} cannot be judged: no coverage of {(unjudged == 1 ? "it" : "them")} is known ({VerdictIds.NotMeasured})." : "";
        string inPart = InPartWords.Share(report.Lines) is { } share ? $" Some more lines are AI, and nobody says which: {share}." : "";
        return $"**{Count(heavy, "AI-heavy member")}{findings}.**{judged}{TrailTally.OfBaseline(report)} {Percent(report.Lines.Ai, report.Lines.Total)} of {Count(report.Lines.Total, "line")} are AI-assisted.{inPart} {report.Lines.KnownWords} Commit {Code(report.Commit)}.";
    }

    private static string Meaning(Verdict verdict) => verdict switch
    {
        Verdict.NeitherTestedNorDeployed => "neither tested nor deployed",
        Verdict.DeployedUntested => "deployed, but not tested",
        _ => "tested but not deployed in time",
    };

    private static void AppendNotes(StringBuilder text, IReadOnlyList<BuildProblem> notes)
    {
        text.Append("## What is missing\n\n");
        foreach (BuildProblem note in notes)
        {
            string place = note.File is null ? "" : $" {Code(note.Line > 0 ? $"{note.File}({note.Line},{note.Column})" : note.File)}";
            string wayOut = note.Remedy is null ? "" : $". Way out: {Code(note.Remedy)}";
            text.Append($"- [{note.Diagnostic.Code}]({note.Diagnostic.HelpLink}) {note.Diagnostic.Title}:{place} {Code(note.Message)}{wayOut}\n");
        }

        text.Append('\n');
    }
}

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
        {
            string? open = FunnelWords.NotKnown(report.Funnel, stage.Step);
            text.Row(FunnelWords.Of(stage.Step), open ?? Number(stage.Reached), open is null ? FunnelWords.Share(stage) : "–", open is null ? Number(stage.Missed) : "–", open is null || stage.Unknown > 0 ? Number(stage.Unknown) : "–", FunnelWords.Reached(stage.Step));
        }

        text.Append('\n');
        string[] unknown = [.. report.Funnel.Where(s => s.Unknown > 0).Select(s => $"{FunnelWords.Of(s.Step)}: {FunnelWords.Unknown(s.Step)}")];
        if (unknown.Length > 0)
            text.Append($"Unknown: {string.Join("; ", unknown)}.\n\n");
    }
}
