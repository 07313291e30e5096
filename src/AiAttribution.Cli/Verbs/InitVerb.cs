using System.CommandLine;
using AiAttribution.Cli.Capture;
using AiAttribution.Cli.Hosting;
using AiAttribution.Core.Policy;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.WorkingTree;

namespace AiAttribution.Cli.Verbs;

/// <summary><c>init</c>: a policy file to start from.</summary>
internal static class InitVerb
{
    public static Command Create(ToolConsole console)
    {
        Option<string> repo = Options.Repository();
        Option<bool> force = new("--force") { Description = "Overwrite a policy file that is there." };
        Option<bool> dryRun = new("--dry-run") { Description = "Show the file and write nothing." };
        Option<bool> hooks = new("--hooks") { Description = "Instead: install git hooks that record sessions after each commit (see capture), beside the hooks that are there." };
        Option<bool> removeHooks = new("--remove-hooks") { Description = "Instead: take those hooks away again." };
        var verb = new VerbCommand(
            "init",
            $"Write {AttributionPolicy.FileName} with the defaults, explained, to the repository root.",
            "ai-attribution init",
            "ai-attribution init --dry-run",
            "ai-attribution init --hooks")
        {
            repo, force, dryRun, hooks, removeHooks,
        };
        verb.SetAction(parsed =>
        {
            if (parsed.GetValue(hooks) || parsed.GetValue(removeHooks))
                ChangeHooks(console, console.FullPath(parsed.GetValue(repo)!), parsed.GetValue(hooks), parsed.GetValue(dryRun));
            else if (parsed.GetValue(dryRun))
                console.Out.Write(PolicyTemplate.Text);
            else
                Write(console, Target(console.FullPath(parsed.GetValue(repo)!)), parsed.GetValue(force));
            return ExitCode.Pass;
        });
        return verb;
    }

    private static void ChangeHooks(ToolConsole console, string start, bool install, bool dryRun)
    {
        try
        {
            using GitRepository repository = GitRepository.Open(start);
            HookFiles files = HookFiles.Of(repository);
            console.Out.Write(install
                ? "Hooks of this clone, for all its working trees: post-commit records the sessions behind a commit in refs/notes/ai-attribution, post-rewrite copies the record to rewritten commits.\n"
                : "Hooks of this clone:\n");
            foreach (string done in dryRun ? ["nothing is changed"] : install ? files.Install() : files.Remove())
                console.Out.Write($"  {done}\n");
        }
        catch (RepositoryException e)
        {
            throw new ToolException($"{e.Message}. {e.Remedy}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"the hooks folder cannot be written ({e.GetType().Name}); check its permissions.");
        }
    }

    private static string Target(string start)
    {
        try
        {
            using GitRepository repository = GitRepository.Open(start);
            return repository.WorkingDirectory is { } root
                ? Path.Combine(root, AttributionPolicy.FileName)
                : throw new ToolException("this repository is bare; run it in a working tree.");
        }
        catch (RepositoryException e)
        {
            throw new ToolException($"{e.Message}. {e.Remedy}");
        }
    }

    private static void Write(ToolConsole console, string path, bool force)
    {
        bool exists = File.Exists(path);
        if (exists && !force)
            throw new ToolException($"{AttributionPolicy.FileName} is there already; edit it, or overwrite it with --force.");
        console.Out.Write($"Writing {AttributionPolicy.FileName} at the repository root{(exists ? ", over the one that was there" : "")}: the defaults, explained. Nothing else is changed.\n");
        SafeFile.Write(path, PolicyTemplate.Text);
    }
}
