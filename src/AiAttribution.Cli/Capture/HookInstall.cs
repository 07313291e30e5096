using AiAttribution.Cli.Hosting;
using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Cli.Capture;

/// <summary>Installs the hooks that a user asks <c>init</c> for, and takes them away; says before what they do.</summary>
internal static class HookInstall
{
    /// <summary>Installs.</summary>
    /// <param name="console">Takes what is said.</param>
    /// <param name="start">A folder in the repository.</param>
    /// <param name="capture">Whether sessions are recorded after each commit.</param>
    /// <param name="preCommit">Whether what is staged is judged before each commit.</param>
    /// <param name="agents">Agents that note what they edit.</param>
    /// <param name="dryRun">Whether nothing is written.</param>
    /// <exception cref="ToolException">A hook cannot be installed without changing what is somebody else's.</exception>
    public static void Install(ToolConsole console, string start, bool capture, bool preCommit, string[] agents, bool dryRun) => Guarded(start, repository =>
    {
        HookFiles? after = capture ? HookFiles.Of(repository) : null;
        HookFiles? before = preCommit ? HookFiles.BeforeCommit(repository) : null;
        if (after is not null)
            Tell(console, $"Hooks of this clone, for all its working trees: post-commit records the sessions behind a commit in {SessionNote.Ref}, post-rewrite copies the record to rewritten commits.", dryRun ? [Nothing] : after.Install());
        if (before is not null)
            Tell(console, "Hook of this clone, for all its working trees: pre-commit judges what is staged, and stops a commit where a rule of the policy fails; git commit --no-verify passes over it.", dryRun ? [Nothing] : before.Install());
        if (agents.Length > 0)
        {
            var files = new AgentHookFiles(repository);
            Tell(console, $"Hooks of agents in this working tree, which note beside git's data what is not committed yet{(dryRun ? "; nothing is changed" : "")}:", agents.Distinct(StringComparer.Ordinal).SelectMany(agent => files.Install(agent, dryRun)));
        }
    });

    /// <summary>Takes all of them away.</summary>
    /// <param name="console">Takes what is said.</param>
    /// <param name="start">A folder in the repository.</param>
    /// <param name="dryRun">Whether nothing is written.</param>
    public static void Remove(ToolConsole console, string start, bool dryRun) => Guarded(start, repository =>
    {
        IEnumerable<string> ofGit = dryRun ? [Nothing] : HookFiles.Installed(repository)?.Remove() ?? ["core.hooksPath is set, so the hooks belong to another tool or to the working tree: take our lines out there"];
        Tell(console, "Hooks of this clone:", repository.WorkingDirectory is null ? ofGit : ofGit.Concat(new AgentHookFiles(repository).Remove(dryRun)));
    });

    private const string Nothing = "nothing is changed";

    private static void Tell(ToolConsole console, string what, IEnumerable<string> done)
    {
        console.Out.Write(what + "\n");
        foreach (string line in done)
            console.Out.Write($"  {line}\n");
    }

    private static void Guarded(string start, Action<GitRepository> work)
    {
        try
        {
            using GitRepository repository = GitRepository.Open(start);
            work(repository);
        }
        catch (RepositoryException e)
        {
            throw new ToolException($"{e.Message}. {e.Remedy}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"a hook cannot be written ({e.GetType().Name}); check the permissions of its folder.");
        }
    }
}
