using System.CommandLine;
using System.Globalization;
using AiAttribution.Cli.Hosting;
using AiAttribution.Core.Deployments;
using AiAttribution.Core.Deployments.Formats;
using AiAttribution.Core.Text;
using AiAttribution.Engine.Repository;
using AiAttribution.Git.Deployments;

namespace AiAttribution.Cli.Verbs;

/// <summary><c>deployments list</c>: timelines, and what could not be placed.</summary>
internal static class ListVerb
{
    public static Command Create(ToolConsole console)
    {
        Option<string> repo = Options.Repository();
        Option<string?> policy = Options.Policy();
        Option<string> format = Options.Format("text", "jsonl");
        var verb = new VerbCommand(
            "list",
            "List what is known of deployments: a timeline for each service and environment, what is live, and what could not be placed. jsonl: the records.",
            "ai-attribution deployments list",
            "ai-attribution deployments list --format jsonl")
        {
            repo, policy, format,
        };
        verb.SetAction(async (parsed, cancel) =>
        {
            using CollectedRepository collection = await Collecting.Run(console, new CollectOptions
            {
                StartDirectory = console.FullPath(parsed.GetValue(repo)!),
                PolicyPath = parsed.GetValue(policy) is { } path ? console.FullPath(path) : null,
                Cancel = cancel,
            });
            DeploymentHistory history = collection.History!.Deployments;
            if (parsed.GetValue(format) == "jsonl")
                console.Out.Write(DeploymentLine.Write(history.All.SelectMany(t => t.Steps).Select(s => s.Deployment.Record).Concat(history.Reading.Records).Distinct()));
            else
                Write(console.Out, history);
            return ExitCode.Pass;
        });
        return verb;
    }

    private static void Write(TextWriter output, DeploymentHistory history)
    {
        if (history.All.Count == 0)
            output.Write("No deployment is known: no tag is like those of deployment.tags, and no record tells of one.\n");
        foreach (Timeline timeline in history.All)
            Write(output, timeline, history.Timelines.Any(t => (t.Service, t.Environment) == (timeline.Service, timeline.Environment)));
        foreach (UnplacedDeployment unplaced in history.Reading.Unplaced)
            output.Write(Printable.Of($"not placed: {unplaced.Source} {unplaced.SourceId}: {unplaced.Reason}") + "\n");
        foreach (DeploymentRecord missing in history.Missing)
            output.Write(Printable.Of($"not here: {missing.Source} {missing.SourceId} deployed {missing.Commit ?? missing.Ref}, which is not in this clone") + "\n");
        foreach (string odd in history.OddClocks)
            output.Write(Printable.Of($"odd clock: {odd}") + "\n");
    }

    private static void Write(TextWriter output, Timeline timeline, bool isLive)
    {
        string service = timeline.Service.Length > 0 ? $"{timeline.Service} on " : "";
        output.Write(Printable.Of($"{service}{timeline.Environment}{(isLive ? ", counts as live" : "")}") + "\n");
        var live = timeline.Live.ToHashSet();
        foreach (TimelineStep step in timeline.Steps)
        {
            string day = step.Time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
            string now = !timeline.KeepsAll && live.Contains(step.Deployment) && step == timeline.Steps[^1] ? "  live" : "";
            output.Write(Printable.Of($"  {day}  {step.Kind.ToString().ToLowerInvariant(),-8}  {step.Deployment.Commit![..10]}  {step.Deployment.Name}{now}") + "\n");
        }

        if (timeline.Failures > 0)
            output.Write($"  {timeline.Failures.ToString(CultureInfo.InvariantCulture)} failed\n");
    }
}
