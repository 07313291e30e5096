using System.CommandLine;
using System.Text;
using AiAttribution.Cli.Hosting;
using AiAttribution.Core.Reports;
using AiAttribution.Core.Reports.Model;
using AiAttribution.Git.Collection;

namespace AiAttribution.Cli.Verbs.Report;

/// <summary><c>report</c>: the attribution report of the whole repository.</summary>
internal static class ReportVerb
{
    public static Command Create(ToolConsole console)
    {
        Argument<string?> range = new("RANGE") { Description = "A release compared with the one before: 'v1.2..v1.3', one tag, or 'origin/main...HEAD' for a pull request. Both ends are read from git. Default: the files on disk.", Arity = ArgumentArity.ZeroOrOne };
        Option<string?> rangeOption = new("--range") { Description = "The same as RANGE.", HelpName = "RANGE" };
        Option<string> repo = Options.Repository();
        Option<string?> policy = Options.Policy();
        Option<string?> since = Options.Since();
        Option<string?> format = FormatChoice.Option();
        Option<string?> output = new("--output") { Description = "Folder for the files, AiAttribution.*; without it the report goes to the screen.", HelpName = "DIR" };
        Option<bool> monthly = new("--monthly") { Description = "What AI work used each month, held against the policy's budgets." };
        Option<bool> ci = new("--ci") { Description = "Say the findings to GitHub Actions, Azure Pipelines or TeamCity: annotations and the job's summary. Without --output and --format nothing else is printed." };
        Option<string[]> coverage = Options.Coverage();
        Option<string[]> results = Options.Results();
        Option<string[]> deployments = Options.Deployments();
        Option<string[]> before = new("--coverage-before") { Description = "Coverage report of the earlier end of RANGE; without one its tests are not known.", HelpName = "FILE" };
        var verb = new VerbCommand(
            "report",
            "Report lines, AI-heavy members and their trails for all C# files of the repository, as they are on disk or in a release.",
            "ai-attribution report",
            "ai-attribution report --output artifacts/ai-attribution --since v2.0",
            "ai-attribution report --output artifacts/ai-attribution --format html,sarif",
            "ai-attribution report v1.2..v1.3 --output artifacts/ai-attribution",
            "ai-attribution report origin/main...HEAD",
            "ai-attribution report --monthly",
            "ai-attribution report --ci --output artifacts/ai-attribution --format all",
            "ai-attribution report --format json | jq .lines")
        {
            range, rangeOption, repo, output, format, monthly, ci, coverage, before, results, deployments, since, policy,
        };
        verb.SetAction(async (parsed, cancel) =>
        {
            string? folder = parsed.GetValue(output);
            string? release = Range(parsed.GetValue(range), parsed.GetValue(rangeOption));
            IReadOnlyList<ReportFormat> formats = FormatChoice.Of(parsed.GetValue(format), folder is not null, release is not null, parsed.GetValue(monthly));
            var options = new CollectOptions
            {
                StartDirectory = console.FullPath(parsed.GetValue(repo)!),
                PolicyPath = parsed.GetValue(policy) is { } path ? console.FullPath(path) : null,
                Since = parsed.GetValue(since),
                Coverage = parsed.Files(coverage, console),
                TestResults = parsed.Files(results, console),
                Deployments = parsed.Files(deployments, console),
                Cancel = cancel,
            };
            ReportModel report = release is null
                ? await OnDisk(console, options)
                : await new ReleaseView(console, options, parsed.Files(before, console)).Read(release);
            if (!parsed.GetValue(ci))
                Write(console, report, folder, formats);
            else
                WriteWithCi(console, report, folder, parsed.GetValue(format) is null && folder is null ? [] : formats);
            return ExitCode.Pass;
        });
        return verb;
    }

    private static async Task<ReportModel> OnDisk(ToolConsole console, CollectOptions options)
    {
        using CollectedRepository collection = await Collecting.Run(console, options);
        return await LongWork.Run(console, _ => WholeRepository.Report(collection, options.Cancel));
    }

    private static string? Range(string? argument, string? option) =>
        argument is null || option is null ? argument ?? option : throw new ToolException("the range is given twice; leave out --range.");

    private static void WriteWithCi(ToolConsole console, ReportModel report, string? folder, IReadOnlyList<ReportFormat> formats)
    {
        if (formats.Count > 0)
            Write(console, report, folder, formats);
        CiOutput.Write(console, report, folder is null ? null : console.FullPath(folder));
    }

    private static void Write(ToolConsole console, ReportModel report, string? folder, IReadOnlyList<ReportFormat> formats)
    {
        if (folder is null)
        {
            console.Out.Write(formats[0].Write(report));
            return;
        }

        string full = console.FullPath(folder);
        Directory.CreateDirectory(full);
        foreach (ReportFormat format in formats)
        {
            File.WriteAllText(Path.Combine(full, format.FileName), format.Write(report), new UTF8Encoding(false));
            console.Out.Write($"{Path.Combine(folder, format.FileName)}\n");
        }
    }
}
