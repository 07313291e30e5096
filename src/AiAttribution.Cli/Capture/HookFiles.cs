using System.Text;
using AiAttribution.Cli.Hosting;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Sessions;

namespace AiAttribution.Cli.Capture;

/// <summary>Installs the hooks that capture after each commit, beside the hooks that are there: those are renamed and called first, and come back on removal.</summary>
internal sealed class HookFiles
{
    private const string ChainedSuffix = ".before-ai-attribution";
    private const int MostBytes = 1 << 20;

    private readonly string _folder;

    private HookFiles(string folder) => _folder = folder;

    /// <summary>The hooks of a repository.</summary>
    /// <exception cref="ToolException">Its hooks are kept elsewhere, where other repositories or the working tree would change, too.</exception>
    public static HookFiles Of(GitRepository repository)
    {
        if (HookSettings.Path(repository) is { Length: > 0 })
            throw new ToolException("core.hooksPath is set, so the hooks belong to another tool or to the working tree. Add this line to its post-commit hook: ai-attribution capture --hook; and this to its post-rewrite hook: ai-attribution capture --rewritten");
        return new HookFiles(Path.Combine(repository.CommonDirectory, "hooks"));
    }

    /// <summary>Installs, and says for each hook what was done.</summary>
    public IEnumerable<string> Install()
    {
        Directory.CreateDirectory(_folder);
        foreach ((string name, string script) in HookScripts.All)
        {
            string path = Path.Combine(_folder, name);
            string chained = path + ChainedSuffix;
            bool ours = IsOurs(path);
            if (!ours && File.Exists(path))
            {
                if (File.Exists(chained))
                    throw new ToolException($"{name}{ChainedSuffix} is in the hooks folder already, beside a {name} of somebody else; move one of them away.");
                File.Move(path, chained);
            }

            File.WriteAllText(path, script, new UTF8Encoding(false));
            MakeExecutable(path);
            yield return ours ? $"{name}: was there, is up to date" : File.Exists(chained) ? $"{name}: installed; the hook that was there runs first (now {name}{ChainedSuffix})" : $"{name}: installed";
        }
    }

    /// <summary>Removes, and says for each hook what was done.</summary>
    public IEnumerable<string> Remove()
    {
        foreach ((string name, _) in HookScripts.All)
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

    private static void MakeExecutable(string path)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, File.GetUnixFileMode(path) | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
    }
}
