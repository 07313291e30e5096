using AiAttribution.Core.Policy;

namespace AiAttribution.Tasks;

/// <summary>Tells the targets where a new coverage report would appear, so that a build in which nothing else changed notices it.</summary>
internal static class CoverageWatch
{
    private const string AnyFolders = "**/";

    // A search of the whole repository would cost each build more than all the rest, so four levels must do.
    private static readonly string[] Levels = ["", "*/", "*/*/", "*/*/*/"];

    /// <summary>Patterns for MSBuild, one a line, relative to the repository's root.</summary>
    public static string Specs(IEnumerable<Glob> patterns) =>
        string.Concat(patterns.Select(pattern => pattern.Pattern).Where(IsInside).SelectMany(Spread).Select(spec => spec + "\n"));

    private static IEnumerable<string> Spread(string pattern) =>
        pattern.StartsWith(AnyFolders, StringComparison.Ordinal) ? Levels.Select(level => level + pattern[AnyFolders.Length..]) : [pattern];

    /// <summary>A policy is part of a repository that nobody vouches for: it must not make a build look around elsewhere, or run MSBuild's functions.</summary>
    private static bool IsInside(string pattern) =>
        pattern.Length > 0 && !pattern.Split('/', '\\').Contains("..") && pattern.IndexOfAny([':', ';', '$', '@', '%', '\n', '\r']) < 0 && pattern[0] is not ('/' or '\\');
}
