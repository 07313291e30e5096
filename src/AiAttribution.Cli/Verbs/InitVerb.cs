using System.CommandLine;
using AiAttribution.Cli.Capture;
using AiAttribution.Cli.Hosting;
using AiAttribution.Core.Policy;
using AiAttribution.Engine.Repository;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.WorkingTree;
using Baselines = AiAttribution.Git.Scanning.Baseline;

namespace AiAttribution.Cli.Verbs;

/// <summary><c>init</c>: a policy file to start from.</summary>
internal static class InitVerb
{
    public static Command Create(ToolConsole console)
    {
        Option<string> repo = Options.Repository();
        Option<bool> force = new("--force") { Description = "Overwrite a policy file that is there." };
        Option<bool> dryRun = new("--dry-run") { Description = "Show the file and write nothing." };
        Option<string?> since = new("--since") { Description = "The baseline to write: a tag, commit or date, or 'all' to judge everything. Build and tool both read it." };
        Option<bool> hooks = new("--hooks") { Description = "Instead: install git hooks that record sessions after each commit (see capture), beside the hooks that are there." };
        Option<bool> preCommit = new("--pre-commit") { Description = "Instead: install the git hook that judges what is staged before each commit (see check --staged), behind the hook that is there." };
        var agentHooks = new Option<string[]>("--agent-hooks") { Description = $"Instead: let an agent note, after each edit, what is not committed yet (see working): {string.Join(", ", AgentHook.All.Select(hook => hook.Agent))}. In files of this working tree that git does not track; may be given several times.", HelpName = "AGENT" };
        agentHooks.AcceptOnlyFromAmong([.. AgentHook.All.Select(hook => hook.Agent)]);
        Option<bool> removeHooks = new("--remove-hooks") { Description = "Instead: take all these hooks away again." };
        var verb = new VerbCommand(
            "init",
            $"Write {AttributionPolicy.FileName} with the defaults, explained, to the repository root.",
            "ai-attribution init",
            "ai-attribution init --dry-run",
            "ai-attribution init --since HEAD",
            "ai-attribution init --hooks",
            "ai-attribution init --pre-commit --agent-hooks claude-code")
        {
            repo, force, dryRun, since, hooks, preCommit, agentHooks, removeHooks,
        };
        verb.SetAction(parsed =>
        {
            string[] agents = parsed.GetValue(agentHooks) ?? [];
            if (parsed.GetValue(hooks) || parsed.GetValue(preCommit) || agents.Length > 0)
                HookInstall.Install(console, console.FullPath(parsed.GetValue(repo)!), parsed.GetValue(hooks), parsed.GetValue(preCommit), agents, parsed.GetValue(dryRun));
            else if (parsed.GetValue(removeHooks))
                HookInstall.Remove(console, console.FullPath(parsed.GetValue(repo)!), parsed.GetValue(dryRun));
            else if (parsed.GetValue(dryRun) && parsed.GetValue(since) is null)
                console.Out.Write(PolicyTemplate.Text);
            else
                Write(console, console.FullPath(parsed.GetValue(repo)!), parsed.GetValue(since), parsed.GetValue(force), parsed.GetValue(dryRun));
            return ExitCode.Pass;
        });
        return verb;
    }

    private static void Write(ToolConsole console, string start, string? since, bool force, bool dryRun)
    {
        try
        {
            using GitRepository repository = GitRepository.Open(start);
            string text = since is null ? PolicyTemplate.Text : PolicyTemplate.Since(Baseline(repository, since));
            if (dryRun)
                console.Out.Write(text);
            else
                Write(console, Target(repository), text, force);
        }
        catch (RepositoryException e)
        {
            throw new ToolException($"{e.Message}. {e.Remedy}");
        }
    }

    private static string Target(GitRepository repository) => repository.WorkingDirectory is { } root
        ? Path.Combine(root, AttributionPolicy.FileName)
        : throw new ToolException("this repository is bare; run it in a working tree.");

    /// <summary>What stays the same when branches move: a tag, a date and <c>all</c> as they are, else the commit.</summary>
    private static string Baseline(GitRepository repository, string since) =>
        since == PolicyBaseline.All ? since : Baselines.Fixed(repository, since);

    private static void Write(ToolConsole console, string path, string text, bool force)
    {
        bool exists = File.Exists(path);
        if (exists && !force)
            throw new ToolException($"{AttributionPolicy.FileName} is there already; edit it, or overwrite it with --force.");
        console.Out.Write($"Writing {AttributionPolicy.FileName} at the repository root{(exists ? ", over the one that was there" : "")}: the defaults, explained. Nothing else is changed.\n");
        SafeFile.Write(path, text);
    }
}
