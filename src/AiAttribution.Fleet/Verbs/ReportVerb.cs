using System.CommandLine;
using AiAttribution.Fleet.ClickHouse;
using AiAttribution.Fleet.Intake;
using AiAttribution.Fleet.Lake;
using AiAttribution.Fleet.Pages;

namespace AiAttribution.Fleet.Verbs;

/// <summary><c>report</c>: the pages.</summary>
internal static class ReportVerb
{
    public static Command Create(ToolConsole console)
    {
        Option<string> folder = LakeOptions.Lake();
        Option<string> output = new("--output") { Description = "Folder for the pages.", HelpName = "DIR", DefaultValueFactory = _ => "site" };
        var clickHouse = new ClickHouseOptions();
        var verb = new VerbCommand(
            "report",
            "Write pages: all repositories, each group, each repository. What is in the inbox and not compacted yet is told, too.",
            "ai-attribution-fleet report --lake lake --output site",
            "ai-attribution-fleet report --lake lake --from clickhouse --url http://127.0.0.1:8123 --output site")
        {
            folder, output,
        };
        clickHouse.AddToReader(verb);
        verb.SetAction((parsed, cancel) =>
        {
            (LakeFolder lake, FleetSettings settings) = LakeOptions.Open(console, parsed.GetValue(folder)!);
            using ClickHouseEngine? servers = clickHouse.Open(console, parsed, cancel);
            FleetFigures figures = servers is null ? Read(console, lake, settings, cancel) : new FigureReader(servers, settings).Read();
            using var progress = new LineProgress(console, "pages");
            string site = parsed.GetValue(output)!;
            new Site(figures, settings).Write(console.FullPath(site), progress, cancel);
            console.Out.Write($"{Path.Combine(site, "index.html")}\n");
            return Task.FromResult(LakeOptions.Tell(console, figures.Partial));
        });
        return verb;
    }

    private static FleetFigures Read(ToolConsole console, LakeFolder lake, FleetSettings settings, CancellationToken cancel)
    {
        using var progress = new LineProgress(console, "envelopes");
        using LakeView view = LakeView.Open(lake, LakeOptions.Gate(settings), progress, cancel);
        foreach (Rejection refused in view.Inbox.Rejected.Concat(view.Inbox.Waiting))
            LakeOptions.Tell(console, refused, "is left out");
        return new FigureReader(view, settings).Read();
    }
}
