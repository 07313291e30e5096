using AiAttribution.Core.Model.Gate;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Text;

namespace AiAttribution.Reports.Pipelines;

/// <summary>One message in the form of a system.</summary>
internal static class CiDirective
{
    /// <summary>Nobody reads more of an annotation, and GitHub takes no more than 64 KB of one.</summary>
    private const int MostCharacters = 2000;

    public static string Of(CiSystem system, Finding finding)
    {
        string message = Cut.At(finding.Message, MostCharacters);
        RulePlace place = finding.Place;
        if (place.Path is not { } path)
            return Of(system, finding.Severity, $"{finding.Code}: {message}");
        string level = Level(finding.Severity);
        int line = Math.Max(1, place.Line);
        int column = Math.Max(1, place.Column);
        return system switch
        {
            CiSystem.GitHub => $"::{level} file={CiEscape.GitHubProperty(path)},line={line},col={column},title={finding.Code}::{CiEscape.GitHub(message)}",
            CiSystem.Azure => $"##vso[task.logissue type={level};sourcepath={CiEscape.Azure(path)};linenumber={line};columnnumber={column};code={finding.Code}]{CiEscape.Azure(message)}",
            _ => TeamCity(finding.Severity, $"{path}({line},{column}): {finding.Code}: {message}"),
        };
    }

    public static string Of(CiSystem system, RuleSeverity severity, string message) => system switch
    {
        CiSystem.GitHub => $"::{Level(severity)} title=AiAttribution::{CiEscape.GitHub(message)}",
        CiSystem.Azure => $"##vso[task.logissue type={Level(severity)}]{CiEscape.Azure(message)}",
        _ => TeamCity(severity, message),
    };

    private static string Level(RuleSeverity severity) => severity == RuleSeverity.Error ? "error" : "warning";

    /// <summary>A message of status ERROR would fail the build by itself, and that is the gate's to do.</summary>
    private static string TeamCity(RuleSeverity severity, string message) =>
        $"##teamcity[message text='{CiEscape.TeamCity($"{(severity == RuleSeverity.Error ? "error " : "")}{message}")}' status='WARNING']";
}
