using System.CommandLine;
using AiAttribution.Cli.Hosting;
using AiAttribution.Core.Model;
using AiAttribution.Core.Outcomes.Normalised;
using AiAttribution.Core.Policy;
using AiAttribution.Engine.Repository;
using AiAttribution.Git.Outcomes;

namespace AiAttribution.Cli.Verbs.Outcomes;

/// <summary><c>outcomes</c>: what lasting change reached production, week by week.</summary>
internal static class OutcomesVerb
{
    private const int UsualWeeks = 26;

    /// <summary>Ten years.</summary>
    private const int MostWeeks = 520;

    public static Command Create(ToolConsole console)
    {
        Option<string> repo = Options.Repository();
        Option<string?> policy = Options.Policy();
        Option<string[]> deployments = Options.Deployments();
        Option<string> format = Options.Format("text", "json", "csv", "md");
        Option<int> weeks = new("--weeks")
        {
            Description = "How many weeks up to the newest thing that is known: HEAD or the newest deployment, never the day of asking.",
            HelpName = "N",
            DefaultValueFactory = _ => UsualWeeks,
        };
        weeks.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > MostWeeks)
                result.AddError($"--weeks takes a number from 1 to {MostWeeks}.");
        });
        var verb = new VerbCommand(
            "outcomes",
            "Tell normalised deployments: what lasting change reached production from each week's work, and how much of it is AI-assisted.",
            "ai-attribution outcomes",
            "ai-attribution outcomes --weeks 52 --format md",
            "ai-attribution outcomes --format json > outcomes.json")
        {
            repo, weeks, deployments, format, policy,
        };
        verb.SetAction(async (parsed, cancel) =>
        {
            using CollectedRepository collection = await Collecting.Run(console, new CollectOptions
            {
                StartDirectory = console.FullPath(parsed.GetValue(repo)!),
                PolicyPath = parsed.GetValue(policy) is { } path ? console.FullPath(path) : null,
                Deployments = parsed.Files(deployments, console),
                DefaultMode = AttributionMode.Meaning,
                OnDemand = true,
                ScansOnDemand = true,
                Cancel = cancel,
            });
            int told = collection.Notes.Count;
            OutcomesResult result = await LongWork.Run(console, progress => Read(collection, parsed.GetValue(weeks), progress, cancel));
            foreach (BuildProblem note in collection.Notes.Skip(told))
                console.Error.WriteLine(ProblemText.Of(note));
            console.Out.Write(parsed.GetValue(format) switch
            {
                "json" => OutcomesJson.Write(result),
                "csv" => OutcomesTable.Csv(result),
                "md" => OutcomesTable.Markdown(result),
                _ => OutcomesText.Write(result),
            });
            return ExitCode.Pass;
        });
        return verb;
    }

    private static OutcomesResult Read(CollectedRepository collection, int weeks, IProgress<Git.Scanning.ScanProgress> progress, CancellationToken cancel)
    {
        CollectedHistory history = collection.History!;
        IReadOnlyList<OutcomeWeek>? known = new OutcomeScanner(history.Repository, history.Options, collection.Policy, history.Deployments)
            .Read(history.Commit, weeks, progress, cancel);
        string[] places = [.. history.Deployments.Timelines.Select(t => t.Service.Length == 0 ? t.Environment : $"{t.Service} on {t.Environment}")];
        return new OutcomesResult(known, places, [.. history.Deployments.Missing.Select(m => $"{m.Source} {m.SourceId} deployed {m.Commit ?? m.Ref ?? "a commit"}, which is not in this clone")]);
    }
}

/// <summary>What the verb tells.</summary>
/// <param name="Weeks">The weeks, oldest first; null where no production deployment is known.</param>
/// <param name="Places">Environments that count as production.</param>
/// <param name="LeftOut">Deployments that could not be looked into, one sentence each.</param>
internal sealed record OutcomesResult(IReadOnlyList<OutcomeWeek>? Weeks, IReadOnlyList<string> Places, IReadOnlyList<string> LeftOut)
{
    /// <summary>Why nothing is known.</summary>
    public const string NotKnown = "Not known: no deployment to production is known. Tag releases, or record deployments: ai-attribution deployments --help";

    /// <summary>All weeks together; null where nothing is known.</summary>
    public OutcomeWeek? Total => Weeks is null ? null : new OutcomeWeek(0, Weeks.Sum(w => w.Low), Weeks.Sum(w => w.High), Weeks.Sum(w => w.Ai), Weeks.Sum(w => w.Other), Weeks.Sum(w => w.Unknown), false);
}
