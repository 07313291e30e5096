using AiAttribution.Core.Attribution;
using AiAttribution.Git.Collection;

namespace AiAttribution.Cli.Hosting;

/// <summary>One file that the user asks about, with every line's source.</summary>
/// <param name="Collection">The repository; the caller disposes it.</param>
/// <param name="Path">Path from the repository root.</param>
/// <param name="Bytes">Its text on disk, or in the revision.</param>
/// <param name="Attribution">State of its lines.</param>
internal sealed record FileTarget(CollectedRepository Collection, string Path, byte[] Bytes, FileAttribution Attribution) : IDisposable
{
    /// <summary>Opens a file.</summary>
    /// <param name="console">The console.</param>
    /// <param name="file">As the user gave it: relative to the current folder, the repository's folder or its root.</param>
    /// <param name="options">What to collect; the file is added.</param>
    /// <param name="onDisk">True for the text on disk, false for the revision's.</param>
    /// <exception cref="ToolException">There is no such file, or nothing could be attributed.</exception>
    public static async Task<FileTarget> Open(ToolConsole console, string file, CollectOptions options, bool onDisk)
    {
        string[] candidates = [Normal(console.FullPath(file)), Normal(System.IO.Path.GetFullPath(file, options.StartDirectory)), "/" + Normal(file).TrimStart('/')];
        CollectOptions all = options with { KeepAllSources = true, Include = path => candidates.Any(c => IsEnd(c, path)) };
        CollectedRepository collection = await Collecting.Run(console, all);
        try
        {
            return Find(collection, candidates, onDisk)
                ?? throw new ToolException($"'{file}' is not a file of {(onDisk ? "the working tree" : "revision " + options.Revision)}; give its path from the current folder or from the repository root.");
        }
        catch
        {
            collection.Dispose();
            throw;
        }
    }

    public void Dispose() => Collection.Dispose();

    private static FileTarget? Find(CollectedRepository collection, string[] candidates, bool onDisk)
    {
        CollectedHistory history = collection.History!;
        string root = Normal(history.Repository.WorkingDirectory ?? "/");
        foreach (string candidate in candidates)
        {
            string path = candidate.StartsWith(root, StringComparison.Ordinal) ? candidate[root.Length..] : candidate.TrimStart('/');
            if (path.Contains("../", StringComparison.Ordinal) || TrackedText.Read(history.Repository, history.Scan.Attribution.Commit, path, onDisk) is not { } bytes)
                continue;
            return new FileTarget(collection, path, bytes, history.WorkingTree.ForFile(path, bytes));
        }

        return null;
    }

    private static bool IsEnd(string full, string path) => full.EndsWith(path, StringComparison.Ordinal) && full[..^path.Length].EndsWith('/');

    private static string Normal(string path) => path.Replace('\\', '/');
}
