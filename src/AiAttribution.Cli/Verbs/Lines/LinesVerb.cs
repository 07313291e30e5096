using System.CommandLine;
using AiAttribution.Cli.Hosting;
using AiAttribution.Core.Lines;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Text;
using AiAttribution.Engine.Repository;
using AiAttribution.Git.Scanning;

namespace AiAttribution.Cli.Verbs.Lines;

/// <summary><c>lines</c>: how many lines of each file are AI, other and unknown.</summary>
internal static class LinesVerb
{
    public static Command Create(ToolConsole console)
    {
        Option<string> repo = Options.Repository();
        Option<string?> rev = Options.Revision();
        Option<string?> policy = Options.Policy();
        Option<string?> mode = Options.Mode();
        Option<string> format = Options.Format("tsv", "json");
        Option<string[]> include = new("--include")
        {
            Description = "Files to list, as a pattern; may be given several times.",
            HelpName = "GLOB",
            DefaultValueFactory = _ => ["**/*.cs"],
        };
        Option<bool> plain = Options.NoIgnoredRevisions();
        Option<bool> ranges = new("--ranges") { Description = "Also tell which lines are AI, and which in part, such as 1-4,9." };
        var verb = new VerbCommand(
            "lines",
            "Count the lines of each tracked file: AI, other (history known, no AI evidence), unknown, and how many of these are AI in part.",
            "ai-attribution lines",
            "ai-attribution lines --rev v2.0 --include 'src/**/*.cs' --ranges",
            "ai-attribution lines --format json > lines.json")
        {
            repo, rev, mode, plain, include, ranges, format, policy,
        };
        verb.SetAction((parsed, cancel) => Run(
            console,
            Collect(console, parsed.GetValue(repo)!, parsed.GetValue(policy), parsed.GetValue(rev), cancel) with
            {
                Mode = Options.ModeOf(parsed.GetValue(mode)),
                Include = PathFilter.Of(parsed.GetValue(include)!),
                PassOverIgnoredRevisions = !parsed.GetValue(plain),
            },
            parsed.GetValue(include)!,
            parsed.GetValue(rev) is null,
            parsed.GetValue(format) == "json" ? new JsonLines(console.Out, parsed.GetValue(ranges)) : new TsvLines(console.Out, parsed.GetValue(ranges))));
        return verb;
    }

    private static CollectOptions Collect(ToolConsole console, string repo, string? policy, string? rev, CancellationToken cancel) =>
        new()
        {
            StartDirectory = console.FullPath(repo),
            PolicyPath = policy is null ? null : console.FullPath(policy),
            Revision = rev ?? "HEAD",
            ReadsRecord = Pipeline.AsksRecord(console.Variable, rev),
            DefaultMode = AttributionMode.Git,
            OnDemand = true,
            Cancel = cancel,
        };

    private static async Task<int> Run(ToolConsole console, CollectOptions options, string[] include, bool onDisk, ILinesWriter writer)
    {
        using CollectedRepository collection = await Collecting.Run(console, options);
        Glob[] globs = [.. include.Select(Glob.ForPaths)];
        FileAttribution[] files = [.. FileLines.Of(collection.History!, path => globs.Any(glob => glob.Matches(path)), onDisk)];
        writer.Write(files);
        if (onDisk && FilteredFiles.Words(collection.History!, files) is { } filtered)
            console.Error.WriteLine(Printable.Of($"{filtered}; --rev HEAD tells those that are committed."));
        return ExitCode.Pass;
    }
}

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
            .Concat(onDisk ? history.NewFiles : [])
            .Where(path => include(path))
            .Order(StringComparer.Ordinal)
            .AsParallel().AsOrdered()
            .Select(path => (Path: path, Bytes: TrackedText.Read(history.Repository, commit, path, onDisk)))
            .Where(file => file.Bytes is not null)
            .Select(file => history.WorkingTree.ForFile(file.Path, file.Bytes));
    }
}
