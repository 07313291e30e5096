using AiAttribution.Core.Lines;
using AiAttribution.Engine.Repository;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;

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
        string root = Normal(RepositoryElsewhere.Find(options.StartDirectory)?.WorkingDirectory ?? "/");
        string[] paths = [.. Candidates(console, file, options).Select(candidate => FromRoot(candidate, root)).Distinct(StringComparer.Ordinal)];
        CollectedRepository collection = await Collecting.Run(console, options with { KeepAllSources = true, Include = PathFilter.OfFiles(paths), OnDemand = true });
        try
        {
            return Find(collection, paths, onDisk)
                ?? throw new ToolException($"'{file}' is not a file of {(onDisk ? "the working tree" : "revision " + options.Revision)}; give its path from the current folder or from the repository root.");
        }
        catch
        {
            collection.Dispose();
            throw;
        }
    }

    public void Dispose() => Collection.Dispose();

    private static string[] Candidates(ToolConsole console, string file, CollectOptions options) =>
        [Normal(console.FullPath(file)), Normal(System.IO.Path.GetFullPath(file, options.StartDirectory)), "/" + Normal(file).TrimStart('/')];

    private static FileTarget? Find(CollectedRepository collection, string[] paths, bool onDisk)
    {
        CollectedHistory history = collection.History!;
        foreach (string path in paths)
        {
            if (!path.Contains("../", StringComparison.Ordinal) && TrackedText.Read(history.Repository, history.Scan.Attribution.Commit, path, onDisk) is { } bytes)
                return new FileTarget(collection, path, bytes, history.WorkingTree.ForFile(path, bytes));
        }

        return null;
    }

    private static string FromRoot(string full, string root) => full.StartsWith(root, StringComparison.Ordinal) ? full[root.Length..] : full.TrimStart('/');

    private static string Normal(string path) => path.Replace('\\', '/');
}
