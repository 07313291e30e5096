using System.Text;
using System.Text.Json;
using AiAttribution.Cli.Hosting;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.WorkingTree;

namespace AiAttribution.Cli.Capture;

/// <summary>
/// Installs hooks of agents in one working tree. A hook names this tool by a path of this machine, so it never gets into a file that git tracks, and a file that
/// is made for it is kept out of git by <c>info/exclude</c>. Hooks of others stay as they are.
/// </summary>
internal sealed class AgentHookFiles
{
    private const int MostBytes = 1 << 20;
    private const string Mark = "# Of 'ai-attribution init --agent-hooks'; 'ai-attribution init --remove-hooks' takes it away:";

    private readonly string _root;
    private readonly string _exclude;
    private readonly GitCommand? _git;
    private readonly IReadOnlyList<string> _command;

    public AgentHookFiles(GitRepository repository)
    {
        _root = repository.WorkingDirectory ?? throw new ToolException("this repository is bare, and agents work in a working tree; run it there.");
        _exclude = Path.Combine(repository.CommonDirectory, "info", "exclude");
        _git = GitExecutable.Find() is { } git ? new GitCommand(git, repository.Layout.Place) : null;
        IReadOnlyList<string> tool = RunningTool.Words(repository);
        _command = tool.Count == 0 ? [] : [.. tool, "working", "--hook", "--repo", Path.TrimEndingDirectorySeparator(_root)];
    }

    /// <summary>Installs the hook of an agent, and says what was done, or would be.</summary>
    /// <exception cref="ToolException">It cannot be installed without changing what is somebody else's.</exception>
    public IEnumerable<string> Install(string agent, bool dryRun)
    {
        if (_command.Count == 0)
            throw new ToolException("this tool lies in the working tree, where a branch may bring another one, so no hook can name it; install it with 'dotnet tool install --global AiAttribution.Tool'.");
        AgentHook hook = AgentHook.All.Single(known => known.Agent == agent);
        string? before = Read(hook);
        if (_git?.Run("ls-files", "--", hook.Path).Text.Length > 0)
            throw new ToolException($"{hook.Path} is tracked by git, and the hook names this tool by a path of this machine, so it is left alone. In a file of yours, add: {OneLine(hook)}");
        string after = With(hook, before);
        yield return $"{hook.Path}: {(after == before ? "was there, is up to date" : before is null ? "new" : "the hook is added, everything else stays")}: after an edit {agent} runs: {AgentHook.Shell(_command)}";
        if (dryRun || after == before)
            yield break;
        SafeFile.Write(Full(hook), after);
        if (before is null && Exclude(hook.Path))
            yield return $"info/exclude of this clone: {hook.Path}, so that nobody commits a path of this machine";
        else if (before is not null)
            yield return $"{hook.Path} is not tracked by git; it names a path of this machine now, so leave it untracked";
    }

    /// <summary>Removes all hooks of agents, and says what was done.</summary>
    public IEnumerable<string> Remove(bool dryRun)
    {
        foreach (AgentHook hook in AgentHook.All)
        {
            if (Text(hook) is not { } before || !AgentHook.IsOurs(before) || _git?.Run("ls-files", "--", hook.Path).Text.Length > 0)
                continue;
            string? after = Without(hook, before);
            if (after == before)
                continue;
            yield return $"{hook.Path}: {(after is null ? "removed" : "the hook is taken out, everything else stays")}";
            if (dryRun)
                continue;
            if (after is not null)
                SafeFile.Write(Full(hook), after);
            else
                File.Delete(Full(hook));
            Include(hook.Path);
        }
    }

    private string Full(AgentHook hook) => SafeFile.Place(Path.Combine(_root, hook.Path));

    private string? Text(AgentHook hook) => File.Exists(Path.Combine(_root, hook.Path)) && BoundedFile.Read(Path.Combine(_root, hook.Path), MostBytes).Bytes is { } bytes ? SourceFile.Text(bytes) : null;

    /// <summary>The file as it is; one that is all of the agent's hook and not ours is somebody else's.</summary>
    private string? Read(AgentHook hook)
    {
        if (!File.Exists(Path.Combine(_root, hook.Path)))
            return null;
        string text = Text(hook) ?? throw new ToolException($"{hook.Path} cannot be read, or is larger than {MostBytes >> 20} MiB; it is left alone.");
        return hook.Event is not null || AgentHook.IsOurs(text) ? text : throw new ToolException($"{hook.Path} is there already and is not of this tool; move it away.");
    }

    private string With(AgentHook hook, string? before)
    {
        try
        {
            return hook.With(before, _command);
        }
        catch (JsonException)
        {
            throw new ToolException($"{hook.Path} is left alone, because it is not plain JSON (it may have comments). Add to its '{hook.Event}' hooks: {OneLine(hook)}");
        }
    }

    private static string? Without(AgentHook hook, string before)
    {
        try
        {
            return hook.Without(before);
        }
        catch (JsonException)
        {
            return before;
        }
    }

    private string OneLine(AgentHook hook) => string.Join(' ', hook.Entry(_command).Split('\n', StringSplitOptions.TrimEntries));

    /// <summary>Keeps a new file out of git; false when git ignores it already.</summary>
    private bool Exclude(string path)
    {
        if (_git is null || _git.Run("check-ignore", "-q", "--", path).Succeeded)
            return false;
        string before = File.Exists(_exclude) ? File.ReadAllText(_exclude) : "";
        Directory.CreateDirectory(Path.GetDirectoryName(_exclude)!);
        SafeFile.Replace(_exclude, Encoding.UTF8.GetBytes($"{before}{(before.Length == 0 || before.EndsWith('\n') ? "" : "\n")}{Mark}\n/{path}\n"));
        return true;
    }

    private void Include(string path)
    {
        string entry = $"{Mark}\n/{path}\n";
        if (File.Exists(_exclude) && File.ReadAllText(_exclude) is var text && text.Contains(entry, StringComparison.Ordinal))
            SafeFile.Replace(_exclude, Encoding.UTF8.GetBytes(text.Replace(entry, "", StringComparison.Ordinal)));
    }
}
