using System.Globalization;
using System.Text;
using AiAttribution.Core.Reports.Gate;
using AiAttribution.Core.Reports.Json;
using AiAttribution.Core.Reports.Markdown;
using AiAttribution.Core.Reports.Model;

namespace AiAttribution.Core.Reports.Ci;

/// <summary>What a report says to the system that runs the build, in that system's own form and within its limits.</summary>
public static class CiMessages
{
    /// <summary>GitHub shows ten warnings of a step; the other systems get no more, so that a log stays readable.</summary>
    public const int MostWarnings = 10;

    private const int MostSummaryBytes = 200_000;

    /// <summary>The system that the variables of the environment tell of.</summary>
    /// <param name="variable">Gives the value of a variable; null when it is not set.</param>
    public static CiSystem Detect(Func<string, string?> variable) =>
        IsTrue(variable("GITHUB_ACTIONS")) ? CiSystem.GitHub
        : IsTrue(variable("TF_BUILD")) ? CiSystem.Azure
        : IsTrue(variable("GITLAB_CI")) ? CiSystem.GitLab
        : !string.IsNullOrEmpty(variable("TEAMCITY_VERSION")) ? CiSystem.TeamCity
        : CiSystem.None;

    /// <summary>Directives for the standard output, a line each: one warning per member that blocks, then the answer of the gate. Every name in them is escaped.</summary>
    public static string Directives(CiSystem system, ReportModel report)
    {
        if (system is CiSystem.None or CiSystem.GitLab)
            return "";
        Finding[] blocking = [.. Finding.AllOf(report).Where(f => f.Rule.Blocks)];
        var text = new StringBuilder();
        int most = blocking.Length > MostWarnings ? MostWarnings - 1 : MostWarnings;
        foreach (Finding finding in blocking.Take(most))
            text.Append(Warning(system, finding)).Append('\n');
        if (blocking.Length > most)
            text.Append(Warning(system, $"{Figures.Number(blocking.Length - most)} more members block; the report names them.")).Append('\n');
        if (system == CiSystem.TeamCity)
            text.Append($"##teamcity[buildStatisticValue key='AiAttribution.blocking' value='{blocking.Length.ToString(CultureInfo.InvariantCulture)}']\n");
        else
            text.Append($"AiAttribution: {ReleaseGate.Of(report).Sentence}\n");
        return text.ToString();
    }

    /// <summary>The report as Markdown for a job's summary, cut at the end of a line where it would be too long.</summary>
    public static string Summary(ReportModel report)
    {
        string text = MarkdownReport.Write(report);
        if (Encoding.UTF8.GetByteCount(text) <= MostSummaryBytes)
            return text;
        int size = 0;
        var kept = new StringBuilder();
        foreach (string line in text.Split('\n'))
        {
            size += Encoding.UTF8.GetByteCount(line) + 1;
            if (size > MostSummaryBytes)
                break;
            kept.Append(line).Append('\n');
        }

        return kept.Append($"\nThe rest is in `{JsonReport.FileName}`.\n").ToString();
    }

    private static string Warning(CiSystem system, Finding finding)
    {
        ReportMember member = finding.Member;
        return system switch
        {
            CiSystem.GitHub => $"::warning file={CiEscape.GitHubProperty(member.Path)},line={member.Line},col={member.Column},title={finding.Rule.Id}::{CiEscape.GitHub(finding.Message)}",
            CiSystem.Azure => $"##vso[task.logissue type=warning;sourcepath={CiEscape.Azure(member.Path)};linenumber={member.Line};columnnumber={member.Column};code={finding.Rule.Id}]{CiEscape.Azure(finding.Message)}",
            _ => TeamCity($"{member.Path}({member.Line},{member.Column}): {finding.Rule.Id}: {finding.Message}"),
        };
    }

    private static string Warning(CiSystem system, string message) => system switch
    {
        CiSystem.GitHub => $"::warning title=AiAttribution::{CiEscape.GitHub(message)}",
        CiSystem.Azure => $"##vso[task.logissue type=warning]{CiEscape.Azure(message)}",
        _ => TeamCity(message),
    };

    private static string TeamCity(string message) => $"##teamcity[message text='{CiEscape.TeamCity(message)}' status='WARNING']";

    private static bool IsTrue(string? value) => string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);
}
