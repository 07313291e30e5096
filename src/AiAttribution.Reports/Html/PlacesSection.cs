using AiAttribution.Core.Model;
using AiAttribution.Core.Text;
using static AiAttribution.Core.Text.Figures;
using static AiAttribution.Reports.Html.HtmlParts;

namespace AiAttribution.Reports.Html;

/// <summary>Question 5: which folders, files and members hold the AI lines, and what trails these have.</summary>
internal static class PlacesSection
{
    private const string Question = "Where is the AI-assisted code?";
    private const int MostFolders = 100;
    private const int MostFiles = 50;
    private const int MostSaid = 5;

    public static HtmlSection Of(ReportModel report)
    {
        IReadOnlyList<TreemapFolder> folders = TreemapFolder.AllOf(report);
        if (folders.Count == 0)
            return new("where", Question, report.Commit is null ? "Not known: nothing was attributed." : "No file holds a line with AI evidence.", report.Commit is not null, Markup.Empty);
        Markup legend = new StackedBar("where-bar", "AI lines by tests and deployment, and the fills of the map", "AI lines").Of(PlaceStates.All.Select(s => (PlaceStates.Meaning(s), folders.Sum(f => f.Of(s)), (int)s)));
        string answer = $"In {Count(folders.Sum(f => f.Files), "file")} of {Count(folders.Count, "folder")}, most of it in {folders[0].Name}; {Figures.Number(folders.Sum(f => f.Judged))} of {Count(folders.Sum(f => f.Ai), "AI line")} are code of methods and other members, which are judged; the rest is tests, comments and the like.";
        return new("where", Question, answer, true, Markup.Join(
        [
            CodeTreemap.Of(folders, Said(folders)),
            legend,
            Folded("The map as a table: folders", ByFolder(folders)),
            Folded("By file", ByFile(report)),
        ]));
    }

    private static string Said(IReadOnlyList<TreemapFolder> folders) =>
        string.Join("; ", folders.OrderByDescending(f => f.Judged).Take(MostSaid).Select(f => $"{f.Name} {Figures.Number(f.Judged)}")) + (folders.Count > MostSaid ? $"; {Count(folders.Count - MostSaid, "more folder")}" : "") + ". The table of folders below says the same.";

    private static Markup ByFolder(IReadOnlyList<TreemapFolder> folders)
    {
        TreemapState[] states = [.. PlaceStates.All.Where(s => folders.Any(f => f.Of(s) > 0))];
        return new HtmlTable("AI lines of folders by tests and deployment, most first", ["folder", "files:", "AI lines:", .. states.Select(s => PlaceStates.Word(s) + ":"), "largest member"]).Of(
            folders, f => [Code(f.Name), Figure(f.Files), Figure(f.Ai), .. states.Select(s => Figure(f.Of(s))), Largest(f)], MostFolders);
    }

    private static Markup Largest(TreemapFolder folder) => folder.Members.Count == 0
        ? Inline("–")
        : Markup.Of($"{Code(folder.Members[0].Name)} {Count(folder.Members[0].Verdict.Tally.Ai, "line")}, {PlaceStates.Word(PlaceStates.Of(folder.Members[0]))}");

    private static Markup ByFile(ReportModel report) =>
        new HtmlTable("Files with most AI lines", "file", "AI:", "other:", "unknown:", "tests").Of(
            [.. report.Files.Where(f => f.Ai > 0).OrderByDescending(f => f.Ai).ThenBy(f => f.Path, StringComparer.Ordinal)],
            f => [Code(f.Path), Figure(f.Ai), Figure(f.Other), Figure(f.Unknown), Inline(PlainWords.Of(f.Measurement))],
            MostFiles);
}
