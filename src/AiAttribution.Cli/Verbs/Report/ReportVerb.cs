using System.CommandLine;
using System.Text;
using AiAttribution.Cli.Hosting;
using AiAttribution.Core.Reports;
using AiAttribution.Git.Collection;

namespace AiAttribution.Cli.Verbs.Report;

/// <summary><c>report</c>: the attribution report of the whole repository.</summary>
internal static class ReportVerb
{
    public static Command Create(ToolConsole console)
    {
        Option<string> repo = Options.Repository();
        Option<string?> policy = Options.Policy();
        Option<string?> since = Options.Since();
        Option<string> format = Options.Format("md", "json");
        Option<string?> output = new("--output") { Description = $"Folder for {JsonReport.FileName} and {MarkdownReport.FileName}; without it the report goes to the screen.", HelpName = "DIR" };
        Option<string[]> coverage = new("--coverage") { Description = "Cobertura report; may be given several times. Default: those under TestResults.", HelpName = "FILE" };
        var verb = new VerbCommand(
            "report",
            "Report lines, AI-heavy members and their trails for all C# files of the repository as they are on disk.",
            "ai-attribution report",
            "ai-attribution report --output artifacts/ai-attribution --since v2.0",
            "ai-attribution report --format json | jq .lines")
        {
            repo, output, format, coverage, since, policy,
        };
        verb.SetAction(async (parsed, cancel) =>
        {
            var options = new CollectOptions
            {
                StartDirectory = console.FullPath(parsed.GetValue(repo)!),
                PolicyPath = parsed.GetValue(policy) is { } path ? console.FullPath(path) : null,
                Since = parsed.GetValue(since),
                Coverage = parsed.GetValue(coverage) is { Length: > 0 } files ? [.. files.Select(console.FullPath)] : null,
                Cancel = cancel,
            };
            using CollectedRepository collection = await Collecting.Run(console, options);
            ReportModel report = await LongWork.Run(console, _ => WholeRepository.Report(collection, cancel));
            Write(console, report, parsed.GetValue(output), parsed.GetValue(format) == "json");
            return ExitCode.Pass;
        });
        return verb;
    }

    private static void Write(ToolConsole console, ReportModel report, string? folder, bool json)
    {
        if (folder is null)
        {
            console.Out.Write(json ? JsonReport.Write(report) : MarkdownReport.Write(report));
            return;
        }

        string full = console.FullPath(folder);
        Directory.CreateDirectory(full);
        foreach ((string name, string text) in new[] { (JsonReport.FileName, JsonReport.Write(report)), (MarkdownReport.FileName, MarkdownReport.Write(report)) })
        {
            File.WriteAllText(Path.Combine(full, name), text, new UTF8Encoding(false));
            console.Out.Write($"{Path.Combine(folder, name)}\n");
        }
    }
}
