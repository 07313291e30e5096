using System.Text;
using AiAttribution.Cli.Hosting;
using AiAttribution.Core.Model;
using AiAttribution.Reports;
using AiAttribution.Reports.Markdown;
using AiAttribution.Reports.Pipelines;

namespace AiAttribution.Cli.Verbs.Report;

/// <summary><c>--ci</c>: says the findings to the system that runs the build.</summary>
internal static class CiOutput
{
    /// <param name="console">Gives the variables, takes the directives.</param>
    /// <param name="report">The report.</param>
    /// <param name="folder">Full path of the folder that the report was written to; null when it was not.</param>
    public static void Write(ToolConsole console, ReportModel report, string? folder)
    {
        CiSystem system = CiMessages.Detect(console.Variable);
        console.Order(CiMessages.Directives(system, report));
        switch (system)
        {
            case CiSystem.GitHub when console.Variable("GITHUB_STEP_SUMMARY") is { Length: > 0 } summary:
                File.AppendAllText(summary, CiMessages.Summary(report), new UTF8Encoding(false));
                break;
            case CiSystem.Azure when folder is not null && SummaryFile(folder, report) is { } file:
                console.Order(CiMessages.AzureSummary(file));
                break;
            case CiSystem.GitLab when folder is null || !File.Exists(Path.Combine(folder, GitLabReport.FileName)):
                console.Error.WriteLine($"ai-attribution: GitLab reads a file: add --output DIR --format gitlab, and name DIR/{GitLabReport.FileName} under artifacts:reports:codequality.");
                break;
            case CiSystem.None:
                console.Error.WriteLine("ai-attribution: --ci found none of GitHub Actions, Azure Pipelines, GitLab and TeamCity here, so it said nothing to it.");
                break;
        }
    }

    private static string? SummaryFile(string folder, ReportModel report)
    {
        string file = Path.Combine(folder, report.Delta is null ? MarkdownReport.FileName : DeltaMarkdown.FileName);
        return File.Exists(file) ? file : null;
    }
}
