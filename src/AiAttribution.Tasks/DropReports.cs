using AiAttribution.Git.WorkingTree;
using Microsoft.Build.Framework;

namespace AiAttribution.Tasks;

/// <summary>Takes reports away that an earlier build left, and folders that are empty then. What is not ours stays, and so does what a link leads to.</summary>
[MSBuildMultiThreadableTask]
public sealed class DropReports : AttributionTask
{
    /// <summary>Full paths of the files.</summary>
    public ITaskItem[] Files { get; set; } = [];

    /// <summary>Full paths of folders; each goes when it is empty, and those above it up to its metadata <c>Top</c>, a full path, too.</summary>
    public ITaskItem[] Folders { get; set; } = [];

    private protected override void Run()
    {
        foreach (ITaskItem file in Files)
        {
            if (IsInside(file.ItemSpec))
                OutputFile.TryDelete(file.ItemSpec);
        }

        foreach (ITaskItem folder in Folders)
            DropEmpty(Path.TrimEndingDirectorySeparator(folder.ItemSpec), Path.TrimEndingDirectorySeparator(folder.GetMetadata("Top")));
    }

    private static bool IsInside(string file)
    {
        try
        {
            SafeFile.Place(file);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static void DropEmpty(string folder, string top)
    {
        for (string? at = folder; at is not null && at.Length >= top.Length && at.StartsWith(top, StringComparison.Ordinal); at = Path.GetDirectoryName(at))
        {
            if (new DirectoryInfo(at) is { LinkTarget: null, Exists: true } there && !IsDropped(there))
                return;
        }
    }

    private static bool IsDropped(DirectoryInfo folder)
    {
        try
        {
            folder.Delete();
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
