using System.Diagnostics;
using System.Globalization;
using AiAttribution.Core.Lines;
using AiAttribution.Core.Policy;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;

namespace AiAttribution.Benchmarks;

/// <summary>
/// Compares the walk for a single file, as <c>blame</c> and <c>explain</c> make it, with the scan of all files and with the real <c>git blame</c>, line by line: state, commit, path and
/// line in that commit. <c>alone REPOSITORY [FILES] [git|meaning]</c>; with a number of files a seeded sample is compared. In mode <c>meaning</c> there is no <c>git blame</c> to compare with.
/// </summary>
internal static class AloneComparison
{
    public static int Run(string[] arguments)
    {
        using GitRepository repository = GitRepository.Open(arguments[0]);
        string head = repository.ResolveCommit("HEAD");
        string[] files = [.. repository.ListFiles(head).Where(PathFilter.CSharp.Matches)];
        if (arguments.Length > 1)
        {
            new Random(1).Shuffle(files);
            files = [.. files.Take(int.Parse(arguments[1], CultureInfo.InvariantCulture))];
        }

        AttributionMode mode = arguments.Length > 2 ? Enum.Parse<AttributionMode>(arguments[2], ignoreCase: true) : AttributionMode.Git;
        var options = new ScanOptions { UseCache = false, KeepAllSources = true, PassOverIgnoredRevisions = false, Mode = mode };
        AttributionResult? whole = mode == AttributionMode.Git ? AttributionScanner.Scan(repository, head, options).Attribution : null;
        var watch = Stopwatch.StartNew();
        (long lines, long sameScan, long sameBlame) = (0, 0, 0);
        foreach (string file in files)
        {
            string[] alone = Lines(AttributionScanner.Scan(repository, head, options with { Include = PathFilter.OfFiles([file]) }).Attribution, file);
            string[] scan = Lines(whole ?? AttributionScanner.Scan(repository, head, options with { Include = PathFilter.Of([file[..^1] + "[" + file[^1] + "]"]) }).Attribution, file);
            lines += alone.Length;
            sameScan += Same(alone, scan, file);
            if (whole is not null && GitBlame.Commits(arguments[0], head, file) is { } blame)
                sameBlame += Same([.. alone.Select(line => string.Join(' ', line.Split(' ')[1..3]))], [.. blame.Select(line => $"{line.Commit} {line.Line}")], file);
        }

        Console.WriteLine($"{files.Length} files, {lines} lines, {watch.Elapsed.TotalSeconds:F1} s");
        Console.WriteLine($"  as the scan of all files: {sameScan} ({100.0 * sameScan / lines:F4} %)");
        if (whole is not null)
            Console.WriteLine($"  as git blame: {sameBlame} ({100.0 * sameBlame / lines:F4} %)");
        return sameScan == lines && (whole is null || sameBlame == lines) ? 0 : 1;
    }

    private static string[] Lines(AttributionResult result, string file) =>
        [.. (result.Files.GetValueOrDefault(file)?.Runs ?? []).SelectMany(run => Enumerable.Range(0, run.Count).Select(line => run.Source < 0
            ? $"{run.State} - -"
            : $"{run.State} {result.Sources[run.Source].Commit} {run.OriginLine + line} {result.Sources[run.Source].Path} {string.Join(';', result.Sources[run.Source].Evidence)}"))];

    private static long Same(string[] ours, string[] others, string file)
    {
        int same = ours.Zip(others).Count(pair => pair.First == pair.Second);
        if (same != ours.Length || ours.Length != others.Length)
            Console.WriteLine($"  {file}: {ours.Length} lines, {others.Length} to compare with, {same} the same");
        return same;
    }
}
