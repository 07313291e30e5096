using AiAttribution.Core.Text;

namespace AiAttribution.Engine.Inputs;

/// <summary>Looks for coverage reports in a working tree.</summary>
internal static class CoverageSearch
{
    private const int DeepestFolder = 12;
    private const int MostFolders = 100_000;

    /// <summary>Most files that are found; older ones are left out.</summary>
    public const int MostFiles = 200;

    /// <summary>Microsoft's own form, which only its tools read. The collector and the platform write it unless they are asked for another.</summary>
    public static readonly Glob Binary = Glob.ForPaths("**/TestResults/**/*" + BinaryEnding);

    private const string BinaryEnding = ".coverage";

    /// <summary>Microsoft.Testing.Platform writes below the output: <c>bin/Debug/net8.0/TestResults</c>, or <c>artifacts/bin/T/debug/TestResults</c>.</summary>
    private const int DeepestOutput = 3;

    private static readonly HashSet<string> Skipped = new(StringComparer.OrdinalIgnoreCase) { ".git", "obj", "node_modules" };

    /// <summary>Full paths of files that match one of the patterns, newest first. Of output folders only <c>TestResults</c> is searched, links are not followed.</summary>
    public static IReadOnlyList<string> Find(string root, IReadOnlyList<Glob> patterns)
    {
        var found = new List<FileInfo>();
        var pending = new Stack<Pending>([new Pending(new DirectoryInfo(root), "", 0)]);
        for (int visited = 0; visited < MostFolders && pending.TryPop(out Pending? at); visited++)
        {
            foreach (FileSystemInfo entry in Entries(at.Folder))
            {
                string path = at.Path + entry.Name;
                if (entry is FileInfo file && patterns.Any(p => p.Matches(path)))
                    found.Add(file);
                else if (entry is DirectoryInfo folder && at.Depth < DeepestFolder && !Skipped.Contains(folder.Name) && !IsDeepInOutput(path) && folder.LinkTarget is null)
                    pending.Push(new Pending(folder, path + "/", at.Depth + 1));
            }
        }

        return [.. found.OrderByDescending(f => f.LastWriteTimeUtc).ThenBy(f => f.FullName, StringComparer.Ordinal).Take(MostFiles).Select(f => f.FullName)];
    }

    /// <summary>Whether a file is in that form, by its name.</summary>
    public static bool IsBinary(string path) => path.EndsWith(BinaryEnding, StringComparison.OrdinalIgnoreCase);

    private static bool IsDeepInOutput(string path)
    {
        string[] segments = path.Split('/');
        int bin = Array.FindIndex(segments, s => s.Equals("bin", StringComparison.OrdinalIgnoreCase));
        return bin >= 0 && segments.Length - bin > DeepestOutput && !segments.Contains("TestResults", StringComparer.OrdinalIgnoreCase);
    }

    private static IEnumerable<FileSystemInfo> Entries(DirectoryInfo folder) =>
        folder.EnumerateFileSystemInfos("*", new EnumerationOptions { IgnoreInaccessible = true, AttributesToSkip = 0 });

    private sealed record Pending(DirectoryInfo Folder, string Path, int Depth);
}
