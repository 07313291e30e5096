using System.Diagnostics;

namespace AiAttribution.Testing.Files;

/// <summary>Named pipes, which whoever opens them for reading waits for.</summary>
public static class Pipes
{
    /// <summary>Makes one.</summary>
    /// <param name="path">Full path.</param>
    public static void Make(string path)
    {
        using Process made = Process.Start("mkfifo", path);
        made.WaitForExit();
    }
}
