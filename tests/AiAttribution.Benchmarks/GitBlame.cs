using System.Diagnostics;

namespace AiAttribution.Benchmarks;

/// <summary>The real <c>git blame</c>, without the user's settings and without ignored revisions.</summary>
internal static class GitBlame
{
    /// <summary>Commit and line in that commit, for each line of a file; null when git fails, as in a copy that lacks objects.</summary>
    public static List<(string Commit, int Line)>? Commits(string root, string revision, string file, params string[] options)
    {
        var start = new ProcessStartInfo("git") { WorkingDirectory = root, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in (string[])["-c", "core.quotePath=false", "-c", "blame.ignoreRevsFile=", "blame", "--porcelain", .. options, revision, "--", file])
            start.ArgumentList.Add(argument);
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        using Process process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var lines = new List<(string, int)>();
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (line.StartsWith('\t') || line.Length < 44 || !IsHeader(line))
                continue;
            lines.Add((line[..40], int.Parse(line[41..line.IndexOf(' ', 41)])));
        }

        process.WaitForExit();
        return process.ExitCode == 0 ? lines : null;
    }

    private static bool IsHeader(string line)
    {
        for (int i = 0; i < 40; i++)
        {
            if (!char.IsAsciiHexDigitLower(line[i]))
                return false;
        }

        return line[40] == ' ' && char.IsAsciiDigit(line[41]);
    }
}
