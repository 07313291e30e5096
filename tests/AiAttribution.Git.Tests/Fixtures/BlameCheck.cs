using AiAttribution.Core.Lines;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Fixtures;

/// <summary>Holds a scan against the real <c>git blame</c>.</summary>
internal static class BlameCheck
{
    /// <summary>Every line of the files has the commit, and the line in that commit, that git blame gives it.</summary>
    /// <param name="root">Root of the working tree, or a bare repository.</param>
    /// <param name="reader">What the scan reads through.</param>
    /// <param name="files">Paths; every C# file of HEAD when none is given.</param>
    public static void Agrees(string root, GitReader reader, params string[] files)
    {
        using GitRepository repository = GitRepository.Open(root, reader);
        AttributionResult scanned = Scan(repository);
        string[] all = files.Length > 0 ? files : [.. repository.ListFiles(scanned.Commit).Where(PathFilter.CSharp.Matches)];

        Assert.NotEmpty(all);
        foreach (string file in all)
            Assert.Equal(BlameOutput.Of(new TestRepository(root), file), Origins(scanned, file));
    }

    /// <summary>A scan that keeps every commit, without the cache.</summary>
    public static AttributionResult Scan(GitRepository repository) =>
        AttributionScanner.Scan(repository, repository.ResolveCommit("HEAD"), new ScanOptions { KeepAllSources = true, UseCache = false }).Attribution;

    public static List<(string Commit, int Line)> Origins(AttributionResult result, string file) =>
        [.. result.Files[file].Runs.SelectMany(run => Enumerable.Range(run.OriginLine, run.Count).Select(line => (result.Sources[run.Source].Commit, line)))];
}
