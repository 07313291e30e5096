using System.CommandLine;
using AiAttribution.Cli.Capture;
using AiAttribution.Cli.Hosting;
using AiAttribution.Core.Text;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Cli.Verbs;

/// <summary><c>working</c>: which lines that are not committed yet a session on this machine wrote.</summary>
internal static class WorkingVerb
{
    // As far back as capture looks.
    private static readonly TimeSpan Usual = TimeSpan.FromDays(30);

    public static Command Create(ToolConsole console)
    {
        Option<string> repo = Options.Repository();
        Option<string?> home = CaptureVerb.Home();
        Option<string?> workedIn = CaptureVerb.WorkedIn();
        Option<string> format = Options.Format("text", "json");
        Option<bool> dryRun = CaptureVerb.DryRun();
        Option<bool> hook = new("--hook") { Description = "Called by an agent after an edit, or by git before a commit: print nothing, never fail." };
        var verb = new VerbCommand(
            "working",
            "Find the lines that are not committed yet and that sessions on this machine wrote, by content, and record them beside git's data for builds, editors and the other verbs. git-ai's working logs are read, too.",
            "ai-attribution working",
            "ai-attribution working --dry-run --format json")
        {
            repo, home, workedIn, format, dryRun, hook,
        };
        verb.SetAction(async (parsed, _) =>
        {
            try
            {
                using GitRepository repository = GitRepository.Open(console.FullPath(parsed.GetValue(repo)!));
                if (repository.WorkingDirectory is null)
                    throw new ToolException("this repository is bare, so it has no lines that are not committed; run it in a working tree.");
                var request = new WorkingRequest(
                    CaptureVerb.HomeOf(console, repository, parsed.GetValue(home)),
                    parsed.GetValue(workedIn) is { } folder ? [folder] : [],
                    DateTimeOffset.UtcNow - Usual,
                    StagedCheck.Index(console),
                    parsed.GetValue(dryRun))
                {
                    Told = parsed.GetValue(hook) ? await HookInput.Read(console.Input) : [],
                };
                WorkingOutcome outcome = await Task.Run(() => WorkingWork.Run(repository, request));
                if (!parsed.GetValue(hook))
                    Write(console, outcome, parsed.GetValue(format) == "json", request.DryRun);
            }
            catch (Exception e) when (parsed.GetValue(hook) && e is (RepositoryException or ToolException or IOException or UnauthorizedAccessException))
            {
                // An agent goes on, and a commit is made, whatever is wrong with a record.
            }

            return ExitCode.Pass;
        });
        return verb;
    }

    private static void Write(ToolConsole console, WorkingOutcome outcome, bool json, bool dryRun)
    {
        foreach (string problem in outcome.Problems)
            console.Error.WriteLine(Printable.Of(problem));
        if (json)
            console.Out.Write(WorkingWriter.Json(outcome, dryRun));
        else
            WorkingWriter.Text(console.Out, outcome, dryRun);
    }
}
