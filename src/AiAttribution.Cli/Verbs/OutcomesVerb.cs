using System.CommandLine;
using AiAttribution.Cli.Hosting;
using AiAttribution.Core.Model;
using AiAttribution.Core.Outcomes;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Text;
using AiAttribution.Engine.Project;
using AiAttribution.Engine.Repository;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;
using AiAttribution.Reports.Json;
using AiAttribution.Reports.Markdown;

namespace AiAttribution.Cli.Verbs;

/// <summary><c>outcomes</c>: what lasting change reached production, week by week.</summary>
internal static class OutcomesVerb
{
    public static Command Create(ToolConsole console)
    {
        Option<string> repo = Options.Repository();
        Option<string?> policy = Options.Policy();
        Option<string[]> coverage = Options.Coverage();
        Option<string[]> results = Options.Results();
        Option<string[]> deployments = Options.Deployments();
        Option<string> format = Options.Format("text", "json", "csv", "md");
        Option<int> weeks = new("--weeks")
        {
            Description = "How many weeks up to the newest thing that is known: HEAD or the newest deployment, never the day of asking.",
            HelpName = "N",
            DefaultValueFactory = _ => OutcomeSummary.UsualWeeks,
        };
        weeks.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > OutcomeSummary.MostWeeks)
                result.AddError($"--weeks takes a number from 1 to {OutcomeSummary.MostWeeks}.");
        });
        Option<string?> envelopes = new("--envelopes")
        {
            Description = "Write the weeks, what was spent and what lasted as an envelope for a fleet (ai-attribution-fleet) into a folder, instead of printing the weeks.",
            HelpName = "DIR",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Option<string> output = new("--output") { Description = "Folder for the envelope, where --envelopes names none.", HelpName = "DIR", DefaultValueFactory = _ => "." };
        Option<string?> since = new("--since") { Description = "Begin with the week of this tag, commit or date instead.", HelpName = "REV" };
        var verb = new VerbCommand(
            "outcomes",
            "Tell normalised deployments: what lasting change reached production from each week's work, and how much of it is AI-assisted.",
            "ai-attribution outcomes",
            "ai-attribution outcomes --weeks 52 --format md",
            "ai-attribution outcomes --since v2.0",
            "ai-attribution outcomes --format json > outcomes.json",
            "ai-attribution outcomes --envelopes out --weeks 52")
        {
            repo, weeks, since, coverage, results, deployments, format, envelopes, output, policy,
        };
        verb.SetAction(async (parsed, cancel) =>
        {
            string? begin = parsed.GetValue(since);
            if (begin is not null && parsed.GetResult(weeks) is { Implicit: false })
                throw new ToolException("--since and --weeks both say where to begin; leave one out.");
            using CollectedRepository collection = await Collecting.Run(console, new CollectOptions
            {
                StartDirectory = console.FullPath(parsed.GetValue(repo)!),
                PolicyPath = parsed.GetValue(policy) is { } path ? console.FullPath(path) : null,
                Coverage = parsed.Files(coverage, console),
                TestResults = parsed.Files(results, console),
                Deployments = parsed.Files(deployments, console),
                DefaultMode = AttributionMode.Meaning,
                OnDemand = true,
                ScansOnDemand = true,
                Cancel = cancel,
            });
            if (parsed.GetResult(envelopes) is { Implicit: false })
            {
                ReportModel history = await LongWork.Run(console, progress => new FleetReader(collection, console.Variable).FromHistory(parsed.GetValue(weeks), progress, cancel));
                EnvelopeFile.Write(console, history, parsed.GetValue(envelopes) ?? parsed.GetValue(output)!);
                return ExitCode.Pass;
            }

            int told = collection.Notes.Count;
            ReportOutcomes outcomes = await LongWork.Run(console, progress => Read(collection, begin, parsed.GetValue(weeks), progress, cancel));
            foreach (BuildProblem note in collection.Notes.Skip(told))
                console.Error.WriteLine(ProblemText.Of(note));
            console.Out.Write(parsed.GetValue(format) switch
            {
                "json" => JsonOutcomes.Of(outcomes),
                "csv" => OutcomesTable.Csv(outcomes),
                "md" => MarkdownOutcomes.Of(outcomes),
                _ => OutcomesText.Write(outcomes),
            });
            return ExitCode.Pass;
        });
        return verb;
    }

    private static ReportOutcomes Read(CollectedRepository collection, string? since, int weeks, IProgress<Git.Scanning.ScanProgress> progress, CancellationToken cancel)
    {
        CollectedHistory history = collection.History!;
        int? begin = since is null ? null : OutcomeDay.Of(Time(history.Repository, since));
        return OutcomeSummary.Read(history, collection.Policy, now => First(now, since, begin, weeks), progress, cancel).Report();
    }

    private static int First(int now, string? since, int? begin, int weeks)
    {
        if (begin is not { } day)
            return OutcomeDay.Week(now) - weeks + 1;
        if (day > now)
            throw new ToolException($"--since {since} is {OutcomeDay.Date(day)}, and the newest thing that is known is of {OutcomeDay.Date(now)}; name an earlier one.");
        return OutcomeDay.Week(now) - OutcomeDay.Week(day) < OutcomeSummary.MostWeeks
            ? OutcomeDay.Week(day)
            : throw new ToolException($"--since {since} is {OutcomeDay.Date(day)}, more than {OutcomeSummary.MostWeeks} weeks before the newest thing that is known; name a later one.");
    }

    private static DateTimeOffset Time(GitRepository repository, string since)
    {
        if (Baseline.Date(since) is { } date)
            return date;
        try
        {
            return repository.CommitTime(repository.ResolveCommit(since));
        }
        catch (RepositoryException e) when (e.Problem == RepositoryProblem.BadRevision)
        {
            throw new ToolException($"--since '{Printable.Of(since)}' is neither a tag, a commit nor a date here; fetch the tags (git fetch --tags), or give a date such as 2026-01-31.");
        }
    }
}
