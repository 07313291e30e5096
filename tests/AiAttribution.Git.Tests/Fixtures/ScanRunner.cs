using System.Text;
using AiAttribution.Core.Lines;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Fixtures;

/// <summary>Scans repositories, and makes what scans read.</summary>
internal static class ScanRunner
{
    public const string ByClaude = "Add\n\nCo-Authored-By: Claude Opus 4.6 <noreply@anthropic.com>\n";

    public static ScanResult Scan(TestRepository repository, ScanOptions? options = null)
    {
        using GitRepository opened = GitRepository.Open(repository.Root);
        return AttributionScanner.Scan(opened, opened.ResolveCommit("HEAD"), (options ?? new ScanOptions()) with { UseCache = false });
    }

    public static LineState[] States(AttributionResult result, string path) =>
        [.. result.Files[path].Runs.SelectMany(run => Enumerable.Repeat(run.State, run.Count))];

    /// <summary>Adds a git-ai note.</summary>
    public static void Note(TestRepository repository, string commit, string text) =>
        repository.Git("notes", "--ref=ai", "add", "-C", Blob(repository, text), commit);

    public static string Blob(TestRepository repository, string text) =>
        GitProcess.Run(repository.Root, Encoding.UTF8.GetBytes(text), new Dictionary<string, string>(), "hash-object", "-w", "--stdin").Trim();

    public static TemporaryFolder Clone(TestRepository origin, params string[] options)
    {
        var folder = new TemporaryFolder();
        GitProcess.Run(origin.Root, ["clone", "-q", .. options, "file://" + origin.Root, folder.Path]);
        return folder;
    }
}
