namespace AiAttribution.Git.Objects;

/// <summary>Finds the <c>git</c> program. The operating system's own search would also look into the current folder, which an untrusted repository fills.</summary>
internal static class GitExecutable
{
    private static readonly string Name = OperatingSystem.IsWindows() ? "git.exe" : "git";

    /// <summary>Full path of the first git in the absolute folders of PATH; null when there is none.</summary>
    public static string? Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(Path.IsPathFullyQualified)
            .Select(folder => Path.Combine(folder, Name))
            .FirstOrDefault(File.Exists);
}
