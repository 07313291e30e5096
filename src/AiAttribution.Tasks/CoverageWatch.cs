using AiAttribution.Core.Text;

namespace AiAttribution.Tasks;

/// <summary>Tells the targets where a new coverage report would appear, so that a build in which nothing else changed notices it.</summary>
internal static class CoverageWatch
{
    private const string AnyFolders = "**/";

    /// <summary>Microsoft.Testing.Platform writes below the output: <c>bin/Debug/net10.0/TestResults</c>, or <c>artifacts/bin/T/debug/TestResults</c>.</summary>
    private const string TestResults = "TestResults/";
    private const string Output = "bin/*/*/";

    // After tests a build collects anyway, so what coverlet.msbuild writes beside projects needs no watch.
    // A search of the whole repository would cost each build more than all the rest, so four levels must do.
    internal static readonly string[] Levels = ["", "*/", "*/*/", "*/*/*/"];

    /// <summary>Patterns for MSBuild, one a line, relative to the repository's root.</summary>
    public static string Specs(IEnumerable<Glob> patterns) =>
        string.Concat(patterns.Select(pattern => pattern.Pattern).Where(IsInside).SelectMany(Spread).Select(spec => spec + "\n"));

    private static IEnumerable<string> Spread(string pattern)
    {
        if (!pattern.StartsWith(AnyFolders, StringComparison.Ordinal))
            return [pattern];
        string rest = pattern[AnyFolders.Length..];
        IEnumerable<string> folders = rest.StartsWith(TestResults, StringComparison.Ordinal) ? Levels.Concat(Levels.Select(level => level + Output)) : Levels;
        return folders.Select(folder => folder + rest);
    }

    /// <summary>A policy is part of a repository that nobody vouches for: it must not make a build look around elsewhere, or run MSBuild's functions.</summary>
    internal static bool IsInside(string pattern) =>
        pattern.Length > 0 && !pattern.Split('/', '\\').Contains("..") && pattern.IndexOfAny([':', ';', '$', '@', '%', '\n', '\r']) < 0 && pattern[0] is not ('/' or '\\');
}
