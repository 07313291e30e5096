using System.CommandLine;
using AiAttribution.Cli.Hosting;
using AiAttribution.Reports;

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
            Description = $"Forms of the report, separated by commas: {Known}, or {Every}. Default: {ReportFormats.Screen} on the screen, {string.Join(",", ReportFormats.Folder)} in a folder; of a RANGE {ReportFormats.ScreenOfRange}, and {string.Join(",", ReportFormats.FolderOfRange)}.",
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
    /// <param name="list">What the user chose; null for the default.</param>
    /// <param name="toFolder">Whether files are written.</param>
    /// <param name="ofRange">Whether two releases are compared.</param>
    /// <param name="ofMonths">Whether the default tells of months.</param>
    /// <exception cref="ToolException">A form needs a range and there is none, or the screen would get several.</exception>
    public static IReadOnlyList<ReportFormat> Of(string? list, bool toFolder, bool ofRange, bool ofMonths)
    {
        string[] words = list is not null ? Words(list) : ofMonths ? OfMonths(toFolder) : Default(toFolder, ofRange);
        if (!ofRange && words.FirstOrDefault(w => ReportFormats.Find(w) is { NeedsRange: true }) is { } word)
            throw new ToolException($"the format '{word}' compares two releases; give them, as in 'ai-attribution report v1.2..v1.3 --format {word}'.");
        if (ofRange && words.FirstOrDefault(w => ReportFormats.Find(w) is { IsOfOneCommit: true }) is { } one)
            throw new ToolException($"the format '{one}' tells of one commit; leave out the range, as in 'ai-attribution report --format {one}'.");
        ReportFormat[] formats = [.. ReportFormats.All.Where(f => (ofRange ? !f.IsOfOneCommit : !f.NeedsRange) && (words.Contains(f.Name) || (words.Contains(Every) && !f.IsPacked)))];
        return toFolder || formats.Length == 1 ? formats : throw new ToolException("the screen takes one format; give a folder with --output for several.");
    }

    private static string[] OfMonths(bool toFolder) => toFolder ? [.. ReportFormats.OfMonths] : [ReportFormats.OfMonths[0]];

    private static string[] Default(bool toFolder, bool ofRange) =>
        toFolder ? [.. ofRange ? ReportFormats.FolderOfRange : ReportFormats.Folder] : [ofRange ? ReportFormats.ScreenOfRange : ReportFormats.Screen];

    private static string[] Words(string list) => list.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
