namespace AiAttribution.Engine.Inputs;

/// <summary>Looks for result files beside coverage reports: in their folder and, up to <c>TestResults</c>, in those above.</summary>
internal static class ResultSearch
{
    private const int FoldersAbove = 3;
    private const int MostFiles = 200;

    private static readonly string[] Patterns = ["*.trx", "*junit*.xml", "*.junit"];

    public static IReadOnlyList<string> Beside(IReadOnlyList<string> reports)
    {
        var folders = new SortedSet<string>(StringComparer.Ordinal);
        foreach (string report in reports)
        {
            string? folder = Path.GetDirectoryName(report);
            for (int i = 0; i <= FoldersAbove && folder is not null && folder.Contains("TestResults", StringComparison.OrdinalIgnoreCase); i++, folder = Path.GetDirectoryName(folder))
                folders.Add(folder);
        }

        return [.. folders.SelectMany(Files).Take(MostFiles)];
    }

    private static IEnumerable<string> Files(string folder) => Directory.Exists(folder)
        ? Patterns.SelectMany(p => Directory.EnumerateFiles(folder, p, new EnumerationOptions { IgnoreInaccessible = true, MatchCasing = MatchCasing.CaseInsensitive })).Order(StringComparer.Ordinal)
        : [];
}
