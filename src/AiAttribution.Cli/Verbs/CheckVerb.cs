using System.CommandLine;
using AiAttribution.Cli.Hosting;
using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Gate;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Text;
using AiAttribution.Engine.Project;
using AiAttribution.Engine.Repository;
using AiAttribution.Engine.Rules;

namespace AiAttribution.Cli.Verbs;

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
        Option<bool> onlyStaged = new("--staged") { Description = "Before a commit: only what is staged, its texts as the index has them, by the rules about members and their coverage. HEAD's policy decides; a stricter staged one counts, too." };
        Option<bool> ci = new("--ci") { Description = "A pipeline asks, so it fails when rules apply and not one of them could judge; default: what the variable CI and its kin say." };
        Option<string?> pullRequest = new("--pull-request") { Description = "File with the text of the pull request, which rules may ask for; default: what GitHub's or GitLab's pipeline has. It is judged, and never stored or printed.", HelpName = "FILE" };
        Option<string[]> coverage = Options.Coverage();
        Option<string[]> results = Options.Results();
        Option<string[]> deployments = Options.Deployments();
        Option<string[]> approvals = Options.Approvals();
        var verb = new VerbCommand(
            "check",
            "Judge by the rules of the policy. Exit code 0: no rule fails; 1: a rule is violated; 2: cannot tell.",
            "ai-attribution check",
            "ai-attribution check origin/main",
            "ai-attribution check origin/main --ci",
            "ai-attribution check --staged",
            "ai-attribution check origin/main --approvals reviews.json",
            "ai-attribution check v1.2..HEAD --format json | jq -r .outcome")
        {
            range, onlyStaged, repo, format, branch, pullRequest, ci, coverage, results, deployments, approvals, since, policy,
        };
        verb.SetAction(async (parsed, cancel) =>
        {
            var pipeline = new Pipeline(console.Variable);
            bool inPipeline = pipeline.IsOn || parsed.GetValue(ci);
            var options = new CollectOptions
            {
                StartDirectory = console.FullPath(parsed.GetValue(repo)!),
                PolicyPath = parsed.GetValue(policy) is { } path ? console.FullPath(path) : null,
                Since = parsed.GetValue(since),
                Range = parsed.GetValue(range),
                ReadsRecord = parsed.GetValue(range) is null && !inPipeline,
                Coverage = parsed.Files(coverage, console),
                TestResults = parsed.Files(results, console),
                Deployments = parsed.Files(deployments, console),
                Approvals = parsed.ApprovalFiles(approvals, console, parsed.GetValue(range)),
                // A gate answers from the repository itself: a cache beside it can be written by anybody who can write the folder, and in a pipeline what is judged has run before.
                UseCache = !inPipeline,
                CachesApart = true,
                Cancel = cancel,
            };
            if (parsed.GetValue(onlyStaged))
                return await Staged(console, options with { CachesApart = false }, parsed.GetValue(format) == "json");
            PullRequestText? text = parsed.GetValue(pullRequest) is { } file ? Text(console.FullPath(file), file) : PullRequestSource.Of(console.Variable);
            CheckResult result = await Judge(console, options, parsed.GetValue(range), project => project with { Branch = parsed.GetValue(branch), PullRequest = text }, inPipeline);
            if (result.Gate is { ExitCode: ExitCode.CannotTell, Missing: { } missing })
                result = result with { Mend = missing.IsHistory ? $"{missing.Message.Split(": ")[0]}: {pipeline.History}" : missing.Message };
            console.Out.Write(parsed.GetValue(format) == "json" ? CheckJson.Write(result) : new CheckText(result).Write());
            return result.Gate.ExitCode;
        });
        return verb;
    }

    private static async Task<int> Staged(ToolConsole console, CollectOptions options, bool json)
    {
        if (options.Range is not null)
            throw new ToolException("--staged judges what would be committed, and a range what is; give one of them.");
        if (await new StagedCheck(console, options).Run() is not { } result)
        {
            console.Out.Write("There is no commit yet; what the first one brings is judged after it.\n");
            return ExitCode.Pass;
        }

        var check = new CheckResult(result.Report, null, result.Head);
        console.Out.Write(json ? CheckJson.Write(check, result) : new StagedText(result).Write());
        return check.Gate.ExitCode;
    }

    private static async Task<CheckResult> Judge(ToolConsole console, CollectOptions options, string? rangeText, Func<ProjectInput, ProjectInput> asking, bool inPipeline)
    {
        ProjectInput Asked(ProjectInput project) => asking(project) with { TellsLeftOut = true, JudgesOutcomes = true };

        if (rangeText is not null && await Collecting.Range(console, options, rangeText) is var range)
        {
            // What is not checked out is read from git, as a report of the range is.
            CollectOptions end = range.EndsAtHead ? options : options with { Revision = range.End, OnDisk = false };
            ReportModel judged = await new RangeJudge(console, end, range, range.StartName).Judge(Asked);
            return Result(judged, range.Text, range.End, inPipeline);
        }

        using CollectedRepository collection = await Collecting.Run(console, options);
        ReportModel report = await LongWork.Run(console, _ => WholeRepository.Collect(collection, options.Cancel, Asked).Report);
        if (collection.PolicyFile is { } file)
        {
            foreach (PolicyProblem problem in PolicyLeftovers.Find(report.Policy, report.Rules, [.. collection.History!.Repository.ListFiles(report.Commit!)], file))
                console.Error.WriteLine(Printable.Of($"AIA9009: {problem}"));
        }

        return Result(report, null, report.Commit!, inPipeline);
    }

    private static PullRequestText Text(string path, string file)
    {
        (PullRequestText? text, string? problem) = PullRequestSource.OfFile(path);
        return text ?? throw new ToolException($"'{file}' cannot be read as the text of a pull request: {problem}.");
    }

    private static CheckResult Result(ReportModel report, string? range, string commit, bool inPipeline) =>
        new(inPipeline ? PipelineGate.Of(report) : report, range, commit) { InPipeline = inPipeline };
}
