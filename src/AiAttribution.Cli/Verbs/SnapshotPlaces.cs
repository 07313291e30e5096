using System.Text.RegularExpressions;

namespace AiAttribution.Cli.Verbs;

/// <summary>Where the builds and editors of a project look for its snapshot.</summary>
internal static partial class SnapshotPlaces
{
    private const string FileName = "AiAttribution.snapshot";

    private static readonly EnumerationOptions Below = new() { RecurseSubdirectories = true, MaxRecursionDepth = 5, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint };

    /// <summary>Full paths: those that an editor or a build made, else where a debug build of each target framework would; none when that is computed.</summary>
    /// <param name="root">Full path of the working tree's root.</param>
    /// <param name="project">The project.</param>
    public static string[] Of(string root, RepositoryProject project)
    {
        string artifacts = Path.Combine(project.PropsFolder, "artifacts", "obj", project.Name);
        string[] known = [.. new[] { Path.Combine(project.Directory, "obj"), artifacts }.Where(folder => IsPlain(folder, root)).SelectMany(folder => Directory.EnumerateFiles(folder, FileName, Below)).Where(file => IsOf(file, project)).Order(StringComparer.Ordinal)];
        if (known.Length > 0)
            return known;
        if (Computed().IsMatch(project.Text) || Frameworks().Match(project.Text) is not { Success: true } match)
            return [];
        string[] frameworks = match.Groups[2].Value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        bool several = match.Groups[1].Value.Length > 0;
        return [.. frameworks.Select(framework => Path.Combine(
            project.Text.Contains("<UseArtifactsOutput>true", StringComparison.OrdinalIgnoreCase)
                ? Path.Combine(artifacts, several ? "debug_" + framework : "debug")
                : Path.Combine(project.Directory, "obj", "Debug", framework),
            "ai-attribution",
            project.Name,
            FileName))];
    }

    /// <summary>A folder, where no link leads to it from below the root.</summary>
    private static bool IsPlain(string folder, string root)
    {
        for (DirectoryInfo? at = new(folder); at is not null && at.FullName.Length > Path.TrimEndingDirectorySeparator(root).Length; at = at.Parent)
        {
            if (!at.Exists || at.LinkTarget is not null)
                return false;
        }

        return true;
    }

    private static bool IsOf(string file, RepositoryProject project)
    {
        string folder = Path.GetDirectoryName(file)!;
        return Path.GetFileName(folder) == project.Name && Path.GetFileName(Path.GetDirectoryName(folder)) == "ai-attribution";
    }

    [GeneratedRegex("<TargetFramework(s?)>([^<$]+)</TargetFramework", RegexOptions.IgnoreCase)]
    private static partial Regex Frameworks();

    /// <summary>Properties that move the folder.</summary>
    [GeneratedRegex("<(BaseIntermediateOutputPath|IntermediateOutputPath|ArtifactsPath|AppendTargetFrameworkToOutputPath|RuntimeIdentifier)>", RegexOptions.IgnoreCase)]
    private static partial Regex Computed();
}
