using AiAttribution.Core.Lines;
using AiAttribution.Core.Model;
using AiAttribution.Engine.Repository;
using AiAttribution.Git.WorkingTree;

namespace AiAttribution.Engine.Project;

/// <summary>Counts the AI lines of files whose members nobody finds: C# in another form, such as Razor.</summary>
internal static class UnreadFiles
{
    /// <summary>Patterns of such files.</summary>
    public static IReadOnlyList<string> Patterns { get; } = ["**/*.razor", "**/*.cshtml"];

    /// <summary>What they have, by the ends of their names; none where no line of them is AI.</summary>
    /// <param name="history">The history.</param>
    /// <param name="files">Their full paths; others are left out.</param>
    public static IReadOnlyList<ReportUnread> Of(CollectedHistory history, IReadOnlyList<string> files)
    {
        if (files.Count == 0)
            return [];
        IReadOnlyDictionary<string, FileAttribution> known = history.UnreadFiles;
        return
        [
            .. files.Select(file => RepositoryPaths.Relative(history.Repository, file)).OfType<string>().Distinct(StringComparer.Ordinal)
                .Select(path => (Extension: Path.GetExtension(path), Ai: known.GetValueOrDefault(path)?.Count(LineState.Ai) ?? 0))
                .Where(file => file.Ai > 0)
                .GroupBy(file => file.Extension, StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new ReportUnread(group.Key, group.Sum(file => file.Ai), group.Count())),
        ];
    }
}
