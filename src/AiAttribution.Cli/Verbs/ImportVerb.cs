using System.CommandLine;
using AiAttribution.Cli.Hosting;
using AiAttribution.Core.Deployments;
using AiAttribution.Core.Deployments.Formats;
using AiAttribution.Core.Text;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.WorkingTree;
using static AiAttribution.Core.Text.Figures;

namespace AiAttribution.Cli.Verbs;

/// <summary><c>deployments import</c>: exports of providers, brought into one form.</summary>
internal static class ImportVerb
{
    public static Command Create(ToolConsole console)
    {
        Argument<string[]> files = new("FILE") { Description = "Exported files; what one lacks, such as the commit of a build, another may have.", Arity = ArgumentArity.OneOrMore };
        Option<string> repo = Options.Repository();
        Option<string?> environment = new("--env") { Description = "Take what the files only say was built (provenance, labels, nuspec, build information) as deployed there.", HelpName = "NAME" };
        Option<string?> at = new("--at") { Description = "When it was deployed there, where the file has no time; default: now.", HelpName = "TIME" };
        Option<bool> note = RecordStore.Note();
        var verb = new VerbCommand(
            "import",
            $"Import exported files into {RecordStore.FileName}, or with --note into git notes. Known by content: {DeploymentReader.Kinds}. The same file twice changes nothing.",
            "gh api repos/OWNER/REPO/deployments > d.json && ai-attribution deployments import d.json statuses.json",
            "ai-attribution deployments import Acme.Lib.nuspec --env nuget.org --at 2026-05-01")
        {
            files, repo, environment, at, note,
        };
        verb.SetAction(parsed =>
        {
            using GitRepository repository = RecordStore.Open(console, parsed.GetValue(repo)!);
            DeploymentReading reading = DeploymentReader.Read(parsed.GetValue(files)!.Select(f => Read(console, f)));
            foreach (DeploymentProblem problem in reading.Problems)
                console.Error.WriteLine(Printable.Of(problem.Line > 0 ? $"{problem.File}({problem.Line},{problem.Column}): {problem.Message}" : $"{problem.File}: {problem.Message}"));
            IReadOnlyList<DeploymentRecord> records = parsed.GetValue(environment) is { } name ? [.. reading.Records.Select(r => AsDeployed(r, name, parsed.GetValue(at)))] : reading.Records;
            RecordStore.Add(console, repository, parsed.GetValue(note), records);
            if (reading.Unplaced.Count > 0)
                console.Out.Write($"{Count(reading.Unplaced.Count, "deployment")} could not be placed:\n");
            foreach (UnplacedDeployment unplaced in reading.Unplaced)
                console.Out.Write($"  {Printable.Of($"{unplaced.Source} {unplaced.SourceId}: {unplaced.Reason}")}\n");
            return reading.Records.Count == 0 && reading.Problems.Count > 0 ? ExitCode.CannotTell : ExitCode.Pass;
        });
        return verb;
    }

    private static DeploymentRecord AsDeployed(DeploymentRecord record, string environment, string? at) => record is { Status: DeploymentStatus.Built, Environment: "" }
        ? record with
        {
            Status = DeploymentStatus.Success,
            Environment = environment,
            Tier = EnvironmentTiers.Of(environment),
            SourceId = $"{record.SourceId}>{environment}",
            FinishedAt = at is null ? record.FinishedAt ?? AddVerb.Time(null) : AddVerb.Time(at),
        }
        : record;

    private static DeploymentFile Read(ToolConsole console, string file)
    {
        string path = console.FullPath(file);
        if (!File.Exists(path))
            throw new ToolException($"'{file}' does not exist; give the path of an exported file.");
        (byte[]? bytes, string? problem) = BoundedFile.Read(path, DeploymentReader.MostBytes);
        return bytes is null ? throw new ToolException($"'{file}' cannot be taken: {problem}; export a shorter time into a plain file.") : new DeploymentFile(file, bytes);
    }
}
