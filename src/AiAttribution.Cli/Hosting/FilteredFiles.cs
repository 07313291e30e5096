using AiAttribution.Core.Lines;
using AiAttribution.Core.Text;
using AiAttribution.Engine.Repository;

namespace AiAttribution.Cli.Hosting;

/// <summary>Files that a filter of <c>.gitattributes</c> (git-crypt, LFS) changes on their way to disk: their lines there are unknown.</summary>
internal static class FilteredFiles
{
    /// <summary>One sentence; null when there is no such file.</summary>
    /// <param name="history">The collected repository.</param>
    /// <param name="files">Attribution of files as they are on disk.</param>
    public static string? Words(CollectedHistory history, IEnumerable<FileAttribution> files)
    {
        string[] filters = [.. files
            .Where(file => file.LineCount > 0 && file.Count(LineState.Unknown) == file.LineCount)
            .Select(file => history.WorkingTree.Filter(file.Path))
            .OfType<string>()];
        string names = string.Join(", ", filters.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(name => $"'{name}'"));
        return filters.Length == 0 ? null : $"{Figures.Count(filters.Length, "file")} {(filters.Length == 1 ? "goes" : "go")} through the filter {names} of .gitattributes, which is a command and not run here, so the lines on disk are unknown";
    }
}
