using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace AiAttribution.Package.Tests.Fixtures;

/// <summary><c>dotnet watch build</c> of the project in a sandbox, which ends as by a signal to all that it started.</summary>
internal sealed class WatchedBuild : IDisposable
{
    private const string Done = "Waiting for a file to change before restarting";
    private const int Terminate = 15;

    /// <summary>More than a build takes, on a machine however busy.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly StringBuilder _output = new();
    private readonly Process _watch;
    private int _told;

    public WatchedBuild(Sandbox sandbox)
    {
        string[] watch = ["watch", "--non-interactive", "build", "--no-restore", "-nologo", "-tl:off"];
        _watch = OperatingSystem.IsLinux() ? sandbox.Open("App", "setsid", ["dotnet", .. watch]) : sandbox.Open("App", "dotnet", watch);
        _watch.OutputDataReceived += (_, line) => Add(line.Data);
        _watch.ErrorDataReceived += (_, line) => Add(line.Data);
        _watch.BeginOutputReadLine();
        _watch.BeginErrorReadLine();
    }

    /// <summary>How many builds it has made.</summary>
    public int Builds => Output.Split(Done).Length - 1;

    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    /// <summary>Waits for the next build, and gives what was printed since the one before.</summary>
    public BuildResult Next()
    {
        var since = Stopwatch.StartNew();
        while (Output.IndexOf(Done, _told, StringComparison.Ordinal) < 0)
        {
            Assert.True(since.Elapsed < Limit && !_watch.HasExited, Output);
            Thread.Sleep(100);
        }

        string output = Output[_told..];
        _told = Output.Length;
        return new BuildResult(0, output);
    }

    /// <summary>Ends it; whether all that it started has ended, too.</summary>
    public bool End()
    {
        if (!OperatingSystem.IsLinux())
        {
            _watch.Kill(entireProcessTree: true);
            return _watch.WaitForExit(Limit);
        }

        _ = Signal(-_watch.Id, Terminate);
        var since = Stopwatch.StartNew();
        bool ended = _watch.WaitForExit(Limit);
        while (Runs(_watch.Id) && since.Elapsed < Limit)
            Thread.Sleep(100);
        return ended && !Runs(_watch.Id);
    }

    public void Dispose()
    {
        if (!_watch.HasExited)
            End();
        _watch.Dispose();
    }

    private void Add(string? line)
    {
        lock (_output)
            _output.Append(line).Append('\n');
    }

    /// <summary>Whether a process of the group runs; one that has ended may still wait for somebody to look at it.</summary>
    private static bool Runs(int group)
    {
        foreach (string process in Directory.GetDirectories("/proc").Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0])))
        {
            try
            {
                string status = File.ReadAllText(Path.Combine(process, "stat"));
                string[] fields = status[(status.LastIndexOf(')') + 2)..].Split(' ');
                if (fields[0] is not ("Z" or "X") && fields[2] == group.ToString(CultureInfo.InvariantCulture))
                    return true;
            }
            catch (IOException)
            {
                // It ended meanwhile.
            }
        }

        return false;
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Signal(int process, int signal);
}
