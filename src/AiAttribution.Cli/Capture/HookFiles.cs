using System.Text;
using AiAttribution.Cli.Hosting;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Sessions;
using AiAttribution.Git.WorkingTree;

namespace AiAttribution.Cli.Capture;

/// <summary>Installs the hooks that capture after each commit, beside the hooks that are there: those are renamed and called first, and come back on removal.</summary>
internal sealed class HookFiles
{
    private const string ChainedSuffix = ".before-ai-attribution";
    private const int MostBytes = 1 << 20;

    private readonly string _folder;
    private readonly IReadOnlyList<(string Name, string Script)> _hooks;

    private HookFiles(string folder, IReadOnlyList<(string Name, string Script)> hooks) => (_folder, _hooks) = (folder, hooks);

    /// <summary>The hooks of a repository that capture after each commit.</summary>
    /// <exception cref="ToolException">Its hooks are kept elsewhere, where other repositories or the working tree would change, too.</exception>
    public static HookFiles Of(GitRepository repository) => IsElsewhere(repository)
        ? throw new ToolException("core.hooksPath is set, so the hooks belong to another tool or to the working tree. Add this line to its post-commit hook: ai-attribution capture --hook; and this to its post-rewrite hook: ai-attribution capture --rewritten")
        : new HookFiles(Folder(repository), HookScripts.All(RunningTool.Words(repository)));

    /// <summary>The hook of a repository that judges what is staged.</summary>
    /// <exception cref="ToolException">Its hooks are kept elsewhere.</exception>
    public static HookFiles BeforeCommit(GitRepository repository) => IsElsewhere(repository)
        ? throw new ToolException("core.hooksPath is set, so the hooks belong to another tool or to the working tree. Add these lines to its pre-commit hook (of husky: .husky/pre-commit): ai-attribution working --hook; ai-attribution check --staged; [ $? != 1 ] || exit 1")
        : new HookFiles(Folder(repository), HookScripts.BeforeCommit(RunningTool.Words(repository)));

    /// <summary>All hooks of this tool; null where the hooks are kept elsewhere and none was installed.</summary>
    public static HookFiles? Installed(GitRepository repository)
    {
        IReadOnlyList<(string Name, string Script)> all = [.. HookScripts.All([]), .. HookScripts.BeforeCommit([])];
        return IsElsewhere(repository) && !all.Any(hook => IsOurs(Path.Combine(Folder(repository), hook.Name))) ? null : new HookFiles(Folder(repository), all);
    }

    /// <summary>Whether sessions are recorded after each commit.</summary>
    public static bool Captures(GitRepository repository) => IsOurs(Path.Combine(Folder(repository), HookScripts.PostCommit)) && !IsElsewhere(repository);

    private static string Folder(GitRepository repository) => Path.Combine(repository.CommonDirectory, "hooks");

    private static bool IsElsewhere(GitRepository repository) => HookSettings.Path(repository) is { Length: > 0 };

    /// <summary>Installs, and says for each hook what was done.</summary>
    public IEnumerable<string> Install()
    {
        Directory.CreateDirectory(_folder);
        foreach ((string name, string script) in _hooks)
        {
            string path = Path.Combine(_folder, name);
            string chained = path + ChainedSuffix;
            bool ours = IsOurs(path);
            bool theirs = !ours && File.Exists(path);
            if (theirs && File.Exists(chained))
                throw new ToolException($"{name}{ChainedSuffix} is in the hooks folder already, beside a {name} of somebody else; move one of them away.");

            // The hook that was there is moved last: on a full disk it stays.
            string aside = Aside(path, script);
            if (theirs)
                File.Move(path, chained);
            Place(aside, path);
            yield return ours ? $"{name}: was there, is up to date" : File.Exists(chained) ? $"{name}: installed; the hook that was there runs first (now {name}{ChainedSuffix})" : $"{name}: installed";
        }
    }

    /// <summary>Removes, and says for each hook what was done.</summary>
    public IEnumerable<string> Remove()
    {
        foreach ((string name, _) in _hooks)
        {
            string path = Path.Combine(_folder, name);
            if (!IsOurs(path))
            {
                yield return $"{name}: not installed, nothing changed";
                continue;
            }

            File.Delete(path);
            bool back = File.Exists(path + ChainedSuffix);
            if (back)
                File.Move(path + ChainedSuffix, path);
            yield return back ? $"{name}: removed; the hook that was there before is back" : $"{name}: removed";
        }
    }

    private static bool IsOurs(string path)
    {
        var file = new FileInfo(path);
        return file is { Exists: true, LinkTarget: null, Length: <= MostBytes } && File.ReadAllText(path).Contains(HookScripts.Mark, StringComparison.Ordinal);
    }

    /// <summary>Writes the text into a new file beside <paramref name="path"/>, and gives the path of that.</summary>
    private static string Aside(string path, string text)
    {
        string aside = SafeFile.Aside(path, new UTF8Encoding(false).GetBytes(text), toDisk: true);
        try
        {
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(aside, File.GetUnixFileMode(aside) | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
            return aside;
        }
        catch
        {
            File.Delete(aside);
            throw;
        }
    }

    /// <summary>Gives a file that was written aside its name.</summary>
    private static void Place(string aside, string path)
    {
        try
        {
            File.Move(aside, path, overwrite: true);
        }
        catch
        {
            File.Delete(aside);
            throw;
        }
    }
}
