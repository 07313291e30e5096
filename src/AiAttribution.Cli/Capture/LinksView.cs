using AiAttribution.Cli.Hosting;
using AiAttribution.Core.Text;
using AiAttribution.Engine.Repository;

namespace AiAttribution.Cli.Capture;

/// <summary>Where to look for sessions and links.</summary>
/// <param name="Repository">A folder in the repository.</param>
/// <param name="Home">Home folder with the logs; null for the user's.</param>
/// <param name="WorkedIn">The repository's folder as the logs name it; null when it is where it was.</param>
/// <param name="Format">Form of the output.</param>
internal sealed record LinksRequest(string Repository, string? Home, string? WorkedIn, string Format);

/// <summary><c>sessions --links</c>.</summary>
internal static class LinksView
{
    public static async Task<int> Show(ToolConsole console, LinksRequest request, CancellationToken cancel)
    {
        if (request.Home is { } home && !Directory.Exists(console.FullPath(home)))
            throw new ToolException($"--home {home}: there is no such folder.");
        if (request.Format == "tsv")
            throw new ToolException("--links is a screen of several tables; use --format json for a program.");
        using CollectedRepository collection = await Collecting.Run(console, new CollectOptions { StartDirectory = console.FullPath(request.Repository), Cancel = cancel });
        CollectedHistory history = collection.History!;
        var capture = new CaptureRequest(CaptureVerb.HomeOf(console, history.Repository, request.Home), null, DateTimeOffset.UtcNow, DryRun: true)
        {
            Roots = request.WorkedIn is { } folder ? [folder] : [],
        };
        CaptureOutcome outcome = await Task.Run(() => CaptureWork.Run(history.Repository, capture, cancel), cancel);
        foreach (string problem in outcome.Problems)
            console.Error.WriteLine(Printable.Of(problem));
        var report = LinkReport.Of(outcome, history, RepositoryPrices.Of(history.Repository).Table);
        if (request.Format == "json")
            LinkJson.Write(console.Out, report);
        else
            LinkText.Write(console.Out, report);
        return ExitCode.Pass;
    }
}
