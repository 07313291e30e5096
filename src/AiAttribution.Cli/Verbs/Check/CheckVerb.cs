using System.CommandLine;
using AiAttribution.Cli.Hosting;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Text;
using AiAttribution.Engine.Project;
using AiAttribution.Engine.Repository;
using AiAttribution.Engine.Rules;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Cli.Verbs.Check;

/// <summary><c>check</c>: the policy's rules as a gate.</summary>
internal static class CheckVerb
{
    public static Command Create(ToolConsole console)
    {
        Argument<string?> range = new("RANGE") { Description = "Only what these commits brought: 'v1.2..HEAD', or a pull request's base such as 'origin/main'. Default: the files on disk and the commits that their AI lines come from.", Arity = ArgumentArity.ZeroOrOne };
        Option<string> repo = Options.Repository();
        Option<string?> policy = Options.Policy();
        Option<string?> since = Options.Since();
        Option<string> format = Options.Format("text", "json");
        Option<string?> branch = new("--branch") { Description = "Branch that rules are for; default: a pull request's target, else the branch that is checked out.", HelpName = "NAME" };
        Option<string[]> coverage = Options.Coverage();
        Option<string[]> results = Options.Results();
        Option<string[]> deployments = Options.Deployments();
        var verb = new VerbCommand(
            "check",
            "Judge by the rules of the policy. Exit code 0: no rule fails; 1: a rule is violated; 2: cannot tell.",
            "ai-attribution check",
            "ai-attribution check origin/main",
            "ai-attribution check v1.2..HEAD --format json | jq -r .outcome")
        {
            range, repo, format, branch, coverage, results, deployments, since, policy,
        };
        verb.SetAction(async (parsed, cancel) =>
        {
            var options = new CollectOptions
            {
                StartDirectory = console.FullPath(parsed.GetValue(repo)!),
                PolicyPath = parsed.GetValue(policy) is { } path ? console.FullPath(path) : null,
                Since = parsed.GetValue(since),
                Range = parsed.GetValue(range),
                Coverage = parsed.Files(coverage, console),
                TestResults = parsed.Files(results, console),
                Deployments = parsed.Files(deployments, console),
                // A gate answers from the repository itself: a cache can be written by anybody who can write the folder.
                UseCache = false,
                Cancel = cancel,
            };
            using CollectedRepository collection = await Collecting.Run(console, options);
            CheckResult result = await LongWork.Run(console, _ => Judge(console, collection, parsed.GetValue(range), parsed.GetValue(branch), cancel));
            console.Out.Write(parsed.GetValue(format) == "json" ? CheckJson.Write(result) : new CheckText(result).Write());
            return result.Gate.ExitCode;
        });
        return verb;
    }

    private static CheckResult Judge(ToolConsole console, CollectedRepository collection, string? rangeText, string? branch, CancellationToken cancel)
    {
        CollectedProject project = WholeRepository.Collect(collection, cancel);
        GitRepository repository = collection.History!.Repository;
        string commit = collection.History.Scan.Attribution.Commit;
        CommitRange? range = rangeText is null ? null : Range(repository, rangeText);
        PolicyInput input = new RuleInputs(collection) { Branch = branch }.Of(project.Report.Members, project.Files, range);
        IReadOnlyList<RuleVerdict> verdicts = RuleJudge.Judge(project.Report.Policy, input);
        if (range is null && collection.PolicyFile is { } file)
        {
            foreach (PolicyProblem problem in PolicyLeftovers.Find(project.Report.Policy, verdicts, [.. repository.ListFiles(commit)], file))
                console.Error.WriteLine(Printable.Of($"AIA9009: {problem}"));
        }

        return new CheckResult(project.Report.Policy, collection.PolicyFile, range?.End ?? commit, range?.Text, collection.Today, verdicts);
    }

    private static CommitRange Range(GitRepository repository, string text)
    {
        try
        {
            return CommitRange.Read(repository, text);
        }
        catch (RepositoryException e)
        {
            throw new ToolException($"{e.Message}. {e.Remedy}");
        }
    }
}
