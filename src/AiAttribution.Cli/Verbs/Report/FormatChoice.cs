using System.CommandLine;
using AiAttribution.Core.Reports;

namespace AiAttribution.Cli.Verbs.Report;

/// <summary><c>--format</c>: one or more forms of the report, as in <c>md,html</c>.</summary>
internal static class FormatChoice
{
    public const string Every = "all";

    private static readonly string Known = string.Join(", ", ReportFormats.All.Select(f => f.Name));

    public static Option<string?> Option()
    {
        var option = new Option<string?>("--format")
        {
            Description = $"Forms of the report, separated by commas: {Known}, or {Every}. Default: {ReportFormats.Screen} on the screen, {string.Join(",", ReportFormats.Folder)} in a folder.",
            HelpName = "LIST",
        };
        option.Validators.Add(result =>
        {
            foreach (string word in Words(result.Tokens.Count > 0 ? result.Tokens[0].Value : ""))
            {
                if (word != Every && ReportFormats.Find(word) is null)
                    result.AddError($"There is no format '{word}'; there are {Known} and {Every}.");
            }
        });
        return option;
    }

    /// <summary>The chosen forms in the order of the catalogue.</summary>
    public static IReadOnlyList<ReportFormat> Of(string? list, bool toFolder)
    {
        string[] words = list is null ? toFolder ? [.. ReportFormats.Folder] : [ReportFormats.Screen] : Words(list);
        return [.. ReportFormats.All.Where(f => words.Contains(f.Name) || words.Contains(Every))];
    }

    private static string[] Words(string list) => list.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
