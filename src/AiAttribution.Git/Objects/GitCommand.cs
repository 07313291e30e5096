using System.Diagnostics;
using System.Text;

namespace AiAttribution.Git.Objects;

/// <summary>
/// Starts git in a repository that nobody vouches for: nothing that its configuration names is run, and nothing reaches the network.
/// The folder is given as the current one, never as <c>--git-dir</c>, because only then git checks who owns it.
/// </summary>
internal sealed class GitCommand(string executable, string directory)
{
    // A missing object of a partial clone would be fetched. GIT_NO_LAZY_FETCH is known since git 2.45; the list of allowed protocols, of which this is none, holds for all.
    private static readonly Dictionary<string, string> Settings = new()
    {
        ["GIT_OPTIONAL_LOCKS"] = "0",
        ["GIT_TERMINAL_PROMPT"] = "0",
        ["GIT_NO_LAZY_FETCH"] = "1",
        ["GIT_ALLOW_PROTOCOL"] = "none",
        ["LC_ALL"] = "C",
    };

    private static readonly string[] Overrides = ["--no-pager", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"];

    /// <summary>Full path of the index that it looks at; null for the working tree's own.</summary>
    public string? Index { get; init; }

    /// <summary>Starts a git whose input and output are pipes. What it says about errors is thrown away, because it names folders of the machine.</summary>
    public Process Start(params string[] arguments)
    {
        Process process = Process.Start(StartInfo(arguments))!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return process;
    }

    /// <summary>Everything a git writes until its end, and its error output.</summary>
    public GitOutput Run(params string[] arguments) => Feed([], arguments);

    /// <summary>The same for a git that reads its input before it writes.</summary>
    public GitOutput Feed(ReadOnlySpan<byte> input, params string[] arguments)
    {
        using Process process = Process.Start(StartInfo(arguments))!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        try
        {
            process.StandardInput.BaseStream.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it had read everything; its exit code says so.
        }

        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new GitOutput(process.ExitCode, output, error.Result);
    }

    private ProcessStartInfo StartInfo(string[] arguments)
    {
        var start = new ProcessStartInfo(executable)
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        foreach (string argument in Overrides.Concat(arguments))
            start.ArgumentList.Add(argument);

        // GIT_DIR and its like lead to another repository. GIT_CONFIG_* are the user's own settings, safe.directory among them.
        foreach (string name in start.Environment.Keys.Where(IsForeign).ToList())
            start.Environment.Remove(name);
        foreach ((string name, string value) in Settings)
            start.Environment[name] = value;
        if (Index is not null)
            start.Environment["GIT_INDEX_FILE"] = Index;
        return start;
    }

    private static bool IsForeign(string name) =>
        name.StartsWith("GIT_", StringComparison.OrdinalIgnoreCase) && !name.StartsWith("GIT_CONFIG_", StringComparison.OrdinalIgnoreCase);
}
