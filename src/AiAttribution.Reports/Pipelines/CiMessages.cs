using System.Globalization;
using System.Text;
using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Gate;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Text;
using AiAttribution.Reports.Markdown;

namespace AiAttribution.Reports.Pipelines;

/// <summary>What a report says to the system that runs the build, in that system's own form and within its limits.</summary>
internal static class CiMessages
{
    /// <summary>GitHub shows ten errors and ten warnings of a step; the other systems get no more, so that a log stays readable.</summary>
    public const int MostOfALevel = 10;

    /// <summary>The system that the variables of the environment tell of.</summary>
    /// <param name="variable">Gives the value of a variable; null when it is not set.</param>
    public static CiSystem Detect(Func<string, string?> variable) =>
        IsTrue(variable("GITHUB_ACTIONS")) ? CiSystem.GitHub
        : IsTrue(variable("TF_BUILD")) ? CiSystem.Azure
        : IsTrue(variable("GITLAB_CI")) ? CiSystem.GitLab
        : !string.IsNullOrEmpty(variable("TEAMCITY_VERSION")) ? CiSystem.TeamCity
        : CiSystem.None;

    /// <summary>Directives for the standard output, a line each: what the policy's rules found, errors first, then the answer of the gate. Every name in them is escaped.</summary>
    public static string Directives(CiSystem system, ReportModel report)
    {
        if (system is CiSystem.None or CiSystem.GitLab)
            return "";
        Finding[] found = [.. Finding.OpenOf(report).Where(f => f.Rule is not null)];
        var text = new StringBuilder();
        AppendAll(text, system, [.. found.Where(f => f.Severity == RuleSeverity.Error)]);
        AppendAll(text, system, [.. found.Where(f => f.Severity == RuleSeverity.Warning)]);
        if (system == CiSystem.TeamCity)
            text.Append($"##teamcity[buildStatisticValue key='AiAttribution.blocking' value='{found.Count(f => f.Blocks).ToString(CultureInfo.InvariantCulture)}']\n");
        else
            text.Append($"AiAttribution: {CiEscape.Line(ReleaseGate.Of(report).Sentence)}\n");
        return text.ToString();
    }

    private static void AppendAll(StringBuilder text, CiSystem system, Finding[] findings)
    {
        int most = findings.Length > MostOfALevel ? MostOfALevel - 1 : MostOfALevel;
        foreach (Finding finding in findings.Take(most))
            text.Append(CiDirective.Of(system, finding)).Append('\n');
        if (findings.Length > most)
            text.Append(CiDirective.Of(system, findings[0].Severity, $"{Figures.Number(findings.Length - most)} more findings; the report has them all.")).Append('\n');
    }

    /// <summary>The report as Markdown for a job's summary; of two releases the comparison. Both stay far below the mebibyte that GitHub takes of a step.</summary>
    public static string Summary(ReportModel report) => report.Delta is null ? MarkdownReport.Write(report) : DeltaMarkdown.Write(report);

    /// <summary>Makes Azure Pipelines show a file as a summary.</summary>
    /// <param name="path">Full path of a Markdown file.</param>
    public static string AzureSummary(string path) => $"##vso[task.uploadsummary]{CiEscape.Azure(path)}\n";

    private static bool IsTrue(string? value) => string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);
}
