using AiAttribution.Core.Reports.Model;
using AiAttribution.Core.Verdicts;

namespace AiAttribution.Core.Reports.Gate;

/// <summary>One row of the verdict table as a question to the release, and the members it found.</summary>
/// <param name="Id">Id of the diagnostic that says it at the line.</param>
/// <param name="Title">What it finds, in a few words.</param>
/// <param name="Blocks">Whether one finding is enough to block; else it is only told.</param>
/// <param name="Members">Members found, in the order of the report.</param>
public sealed record GateRule(string Id, string Title, bool Blocks, IReadOnlyList<ReportMember> Members)
{
    /// <summary>Address of the page that explains it.</summary>
    public string HelpLink => $"https://github.com/aiattribution/aiattribution/blob/main/nuget/docs/{Id}.md";

    internal static GateRule Of(ReportModel report, Verdict verdict) => new(
        VerdictIds.Of(verdict)!, TitleOf(verdict), verdict == Verdict.NeitherTestedNorDeployed, [.. report.Members.Where(m => m.Verdict.Verdict == verdict)]);

    private static string TitleOf(Verdict verdict) => verdict switch
    {
        Verdict.NeitherTestedNorDeployed => "AI-heavy member with neither test trail nor deployment trail",
        Verdict.DeployedUntested => "AI-heavy member that is deployed without a test trail",
        _ => "AI-heavy member that is tested but not deployed within the grace",
    };
}
