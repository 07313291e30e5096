using AiAttribution.Cli.Hosting;
using AiAttribution.Core.Lines;
using AiAttribution.Engine.Repository;

namespace AiAttribution.Cli.Verbs.Lines;

/// <summary>Attribution of the files that a commit tracks.</summary>
internal static class FileLines
{
    /// <summary>Files in order of paths. Those that are gone from the working tree are left out.</summary>
    /// <param name="history">The collected repository.</param>
    /// <param name="include">Which paths.</param>
    /// <param name="onDisk">True for the text on disk, false for the commit's.</param>
    public static IEnumerable<FileAttribution> Of(CollectedHistory history, Predicate<string> include, bool onDisk)
    {
        string commit = history.Scan.Attribution.Commit;
        return history.Repository.ListFiles(commit)
            .Where(path => include(path))
            .Order(StringComparer.Ordinal)
            .AsParallel().AsOrdered()
            .Select(path => (Path: path, Bytes: TrackedText.Read(history.Repository, commit, path, onDisk)))
            .Where(file => file.Bytes is not null)
            .Select(file => history.WorkingTree.ForFile(file.Path, file.Bytes));
    }
}
