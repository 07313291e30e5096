using AiAttribution.Core.Reports.Model;
using static AiAttribution.Core.Reports.Figures;
using static AiAttribution.Core.Reports.Html.HtmlParts;

namespace AiAttribution.Core.Reports.Html.Sections;

/// <summary>Question 5: which folders and files hold the AI lines.</summary>
internal static class PlacesSection
{
    private const string Question = "Where is the AI-assisted code?";
    private const int MostFolders = 15;
    private const int MostFiles = 50;

    public static HtmlSection Of(ReportModel report)
    {
        ReportFile[] files = [.. report.Files.Where(f => f.Ai > 0).OrderByDescending(f => f.Ai).ThenBy(f => f.Path, StringComparer.Ordinal)];
        if (files.Length == 0)
            return new("where", Question, report.Commit is null ? "Not known: nothing was attributed." : "No file holds a line with AI evidence.", report.Commit is not null, Markup.Empty);
        Folder[] folders = [.. files.GroupBy(f => FolderOf(f.Path)).Select(g => new Folder(g.Key, g.Count(), g.Sum(f => f.Ai))).OrderByDescending(f => f.Ai).ThenBy(f => f.Name, StringComparer.Ordinal)];
        int most = folders[0].Ai;
        Markup byFolder = new HtmlTable("Folders with most AI lines", "folder", "files:", "AI lines:", "compared").Of(
            folders, f => [Code(f.Name), Figure(f.Files), Figure(f.Ai), Bar(f.Ai, most)], MostFolders);
        Markup byFile = new HtmlTable("Files with most AI lines", "file", "AI:", "other:", "unknown:", "tests").Of(
            files, f => [Code(f.Path), Figure(f.Ai), Figure(f.Other), Figure(f.Unknown), Text(f.Measurement.ToString().ToLowerInvariant())], MostFiles);
        string answer = $"In {Count(files.Length, "file")} of {Count(folders.Length, "folder")}, most of it in {folders[0].Name}.";
        return new("where", Question, answer, true, Markup.Of($"{byFolder}<details><summary>By file</summary>\n{byFile}</details>\n"));
    }

    private static string FolderOf(string path) => path.LastIndexOf('/') is >= 0 and int end ? path[..end] : "the root";

    private static Markup Bar(int part, int most) => Markup.Of(
        $"<svg class=\"small\" aria-hidden=\"true\" width=\"120\" height=\"12\"><rect width=\"{Math.Max(1, (int)(120L * part / most))}\" height=\"12\" class=\"part\" fill=\"url(#p1)\"/></svg>");

    private sealed record Folder(string Name, int Files, int Ai);
}
