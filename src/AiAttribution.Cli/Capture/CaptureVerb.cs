using System.CommandLine;
using AiAttribution.Cli.Hosting;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions.Linking;
using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Core.Text;
using AiAttribution.Git.Deployments;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Sessions;

namespace AiAttribution.Cli.Capture;

/// <summary><c>capture</c> and <c>backfill</c>: what agents' sessions used, linked to commits and kept in notes.</summary>
internal static class CaptureVerb
{
    private static readonly TimeSpan Usual = TimeSpan.FromDays(30);
    private static readonly TimeSpan InHook = TimeSpan.FromDays(2);

    private const string Sessions = "sessions";
    private const string Deployments = "deployments";

    public static Command Create(ToolConsole console)
    {
        Option<string> repo = Options.Repository();
        Option<string?> home = Home();
        Option<bool> dryRun = DryRun();
        Option<string?> workedIn = WorkedIn();
        Option<bool> hook = new("--hook") { Description = "Called by a post-commit hook: link the new commit by the agent's environment, look two days back, print nothing, never fail." };
        Option<bool> rewritten = new("--rewritten") { Description = "Called by a post-rewrite hook: copy notes to rewritten commits. Reads 'OLD NEW' lines from standard input; also for commits that a server squashed." };
        Option<string?> merge = new("--merge") { Description = "Add the notes of another reference, such as those fetched from another machine.", HelpName = "REF" };
        var verb = new VerbCommand(
            "capture",
            $"Link agents' sessions on this machine to commits and keep what each commit used as notes in {SessionNote.Ref}. Looks 30 days back.",
            "ai-attribution capture --dry-run",
            "ai-attribution capture",
            $"ai-attribution capture --merge {SessionNote.Fetched}")
        {
            repo, home, workedIn, dryRun, hook, rewritten, merge,
        };
        verb.SetAction((parsed, cancel) => Guarded(console, parsed.GetValue(hook) || parsed.GetValue(rewritten), () =>
        {
            using GitRepository repository = GitRepository.Open(console.FullPath(parsed.GetValue(repo)!));
            if (parsed.GetValue(merge) is { } reference)
                Merge(console, repository, reference, parsed.GetValue(dryRun));
            else if (parsed.GetValue(rewritten))
                new NoteKeeper(repository).Copy(RewrittenCommits.Read(Console.In));
            else if (parsed.GetValue(hook))
                RunHook(repository, HomeOf(console, repository, parsed.GetValue(home)), cancel);
            else
                Run(console, repository, parsed.GetValue(home), parsed.GetValue(workedIn), Usual, parsed.GetValue(dryRun), cancel);
        }));
        return verb;
    }

    public static Command CreateBackfill(ToolConsole console)
    {
        Option<string> repo = Options.Repository();
        Option<string?> home = Home();
        Option<bool> dryRun = DryRun();
        Option<string?> workedIn = WorkedIn();
        var verb = new VerbCommand(
            "backfill",
            "Capture as far back as the agents' logs on this machine go. Claude Code and Gemini CLI delete theirs after 30 days, VS Code after 7.",
            "ai-attribution backfill --dry-run",
            "ai-attribution backfill")
        {
            repo, home, workedIn, dryRun,
        };
        verb.SetAction((parsed, cancel) => Guarded(console, quiet: false, () =>
        {
            using GitRepository repository = GitRepository.Open(console.FullPath(parsed.GetValue(repo)!));
            Run(console, repository, parsed.GetValue(home), parsed.GetValue(workedIn), null, parsed.GetValue(dryRun), cancel);
        }));
        return verb;
    }

    internal static Option<string?> Home() => new("--home") { Description = "Home folder that holds the agents' logs; default: yours.", HelpName = "DIR" };

    /// <summary>For logs that name the repository by another folder.</summary>
    internal static Option<string?> WorkedIn() => new("--worked-in") { Description = "Folder of the repository as the logs name it, if it is another than now: it was moved, or the agent worked in a container.", HelpName = "DIR" };

    internal static Option<bool> DryRun() => new("--dry-run") { Description = "Say what would be written, and write nothing." };

    internal static AgentHome HomeOf(ToolConsole console, GitRepository repository, string? folder) =>
        folder is null
            ? new AgentHome(AgentHome.OfUser().Directory, Environment.GetEnvironmentVariable) { Repository = repository.WorkingDirectory }
            : new AgentHome(console.FullPath(folder), _ => null) { Repository = repository.WorkingDirectory };

    private static void Run(ToolConsole console, GitRepository repository, string? home, string? workedIn, TimeSpan? window, bool dryRun, CancellationToken cancel)
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        CaptureOutcome outcome = CaptureWork.Run(repository, new CaptureRequest(HomeOf(console, repository, home), now - window, now, dryRun) { Roots = workedIn is null ? [] : [workedIn] }, cancel);
        foreach (string problem in outcome.Problems)
            console.Error.WriteLine(Printable.Of(problem));
        CaptureWriter.Write(console.Out, outcome, dryRun);
    }

    private static void RunHook(GitRepository repository, AgentHome home, CancellationToken cancel)
    {
        // A rebase makes commits that its post-rewrite hook tells of at the end.
        if (Directory.Exists(Path.Combine(repository.GitDirectory, "rebase-merge")) || Directory.Exists(Path.Combine(repository.GitDirectory, "rebase-apply")))
            return;
        DateTimeOffset now = DateTimeOffset.UtcNow;
        var environment = new HookEnvironment(Environment.GetEnvironmentVariable);
        CaptureWork.Run(
            repository,
            new CaptureRequest(home, now - InHook, now, DryRun: false) { HookLinks = commit => environment.Links(commit, repository.CommitTime(commit)) },
            cancel);
    }

    private static void Merge(ToolConsole console, GitRepository repository, string reference, bool dryRun)
    {
        if (!reference.StartsWith("refs/", StringComparison.Ordinal))
            throw new ToolException($"'{reference}' is no full name of a reference; give one such as {SessionNote.Fetched}.");
        // What was fetched keeps the names below: sessions, and deployments beside them.
        if (repository.FindCommit($"{reference}/{Deployments}") is not null)
            MergeDeployments(console, repository, $"{reference}/{Deployments}", dryRun);
        if (repository.FindCommit($"{reference}/{Sessions}") is not null)
            reference = $"{reference}/{Sessions}";
        SessionNotes notes = SessionNotes.Read(repository, reference);
        foreach (string problem in notes.Problems)
            console.Error.WriteLine(Printable.Of(problem));
        IReadOnlyList<string> changed = dryRun ? [] : new NoteKeeper(repository).Merge(reference).Changed;
        string found = Figures.Count(notes.ByCommit.Count, "note");
        console.Out.Write(dryRun ? $"{found} in {reference}; nothing is written.\n" : $"{found} in {reference}, {changed.Count} of them brought something new to {SessionNote.Ref}.\n");
    }

    private static void MergeDeployments(ToolConsole console, GitRepository repository, string reference, bool dryRun)
    {
        string found = Figures.Count(DeploymentNotes.Copy(repository, reference, dryRun), "new deployment");
        console.Out.Write(dryRun ? $"{found} in {reference}; nothing is written.\n" : $"{found} of {reference} in {DeploymentNotes.Reference} now.\n");
    }

    private static async Task<int> Guarded(ToolConsole console, bool quiet, Action work)
    {
        try
        {
            await Task.Run(work);
        }
        catch (RepositoryException e) when (quiet)
        {
            console.Error.WriteLine($"ai-attribution: {Printable.Of(e.Message)}; the commit is made, its sessions are not recorded. Run 'ai-attribution capture' later.");
        }
        catch (RepositoryException e)
        {
            throw new ToolException($"{e.Message}. {e.Remedy}");
        }

        return ExitCode.Pass;
    }
}

/// <summary>What the environment of a git hook says: which agent's shell made the commit. With several agents nested in each other all of them took part.</summary>
internal sealed class HookEnvironment(Func<string, string?> variable)
{
    private static readonly (string Variable, string Agent)[] Variables =
    [
        ("CLAUDE_CODE_SESSION_ID", "claude-code"),
        ("CODEX_THREAD_ID", "codex"),
        ("COPILOT_AGENT_SESSION_ID", "copilot"),
    ];

    /// <summary>Links of the commit that was just made. A session that is not in the logs links nothing, so a variable left over from elsewhere does no harm.</summary>
    public IEnumerable<CommitLink> Links(string commit, DateTimeOffset time) =>
        from agent in Variables
        let session = variable(agent.Variable)?.Trim()
        where !string.IsNullOrEmpty(session)
        select new CommitLink(agent.Agent, session, commit, LinkMethod.Environment, time);
}
