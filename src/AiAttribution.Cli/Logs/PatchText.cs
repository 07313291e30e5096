namespace AiAttribution.Cli.Logs;

/// <summary>Reads the patch format of Codex' <c>apply_patch</c>, which other agents took over.</summary>
internal static class PatchText
{
    private static readonly string[] Marks = ["*** Update File: ", "*** Add File: ", "*** Delete File: ", "*** Move to: "];

    /// <summary>Files that a patch changes, each with the lines it adds and those it takes away.</summary>
    public static IEnumerable<(string Path, string Added, string Removed)> Files(string patch)
    {
        string? path = null;
        var added = new List<string>();
        var removed = new List<string>();
        foreach (string line in patch.Split('\n'))
        {
            if (Array.Find(Marks, mark => line.StartsWith(mark, StringComparison.Ordinal)) is { } mark)
            {
                if (path is not null)
                    yield return (path, string.Join('\n', added), string.Join('\n', removed));
                path = line[mark.Length..].Trim();
                added.Clear();
                removed.Clear();
            }
            else if (line is ['+' or '-', ..])
            {
                (line[0] == '+' ? added : removed).Add(line[1..].TrimEnd('\r'));
            }
        }

        if (path is not null)
            yield return (path, string.Join('\n', added), string.Join('\n', removed));
    }
}
