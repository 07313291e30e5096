using System.Collections.Concurrent;

namespace AiAttribution.Package.Tests.Fixtures;

/// <summary>Restores each set of projects once, and copies what restore left into every further sandbox that has the same projects.</summary>
internal static class RestoredProjects
{
    // Stands in the copies for the root of the sandbox, which is all that differs between two restores of the same projects.
    private const string Root = "{root of the sandbox}";

    private static readonly ConcurrentDictionary<string, Lazy<IReadOnlyList<(string Path, string Text)>>> Known = new();

    /// <summary>Makes sure that a project, or a solution with all that lies beside it, is restored.</summary>
    public static void Restore(Sandbox sandbox, string project)
    {
        string[] files = [.. Files(sandbox.Root)];
        IEnumerable<string> folders = Directory.Exists(sandbox.PathOf(project)) ? [sandbox.PathOf(project)] : files.Where(IsProject).Select(file => Path.GetDirectoryName(file)!);
        if (folders.All(folder => File.Exists(Path.Combine(folder, "obj", "project.assets.json"))))
            return;
        string key = project + string.Concat(files.Select(file => $"\n{Path.GetRelativePath(sandbox.Root, file)}\n{File.ReadAllText(file)}"));
        foreach ((string path, string text) in Known.GetOrAdd(key, _ => new(() => Run(sandbox, project, files))).Value)
            sandbox.Write(path, text.Replace(Root, sandbox.Root, StringComparison.Ordinal));
    }

    private static IReadOnlyList<(string Path, string Text)> Run(Sandbox sandbox, string project, string[] files)
    {
        sandbox.Dotnet("restore", project).Succeeded();
        return [.. from file in files.Where(IsProject)
                   let obj = Path.Combine(Path.GetDirectoryName(file)!, "obj")
                   where Directory.Exists(obj)
                   from left in Directory.GetFiles(obj, "*.nuget.*").Append(Path.Combine(obj, "project.assets.json"))
                   where File.Exists(left)
                   select (Path.GetRelativePath(sandbox.Root, left), Placeless(File.ReadAllText(left), sandbox.Root))];
    }

    private static string Placeless(string text, string root) =>
        text.Replace(root.Replace("\\", "\\\\", StringComparison.Ordinal), Root, StringComparison.Ordinal).Replace(root, Root, StringComparison.Ordinal);

    private static bool IsProject(string file) => file.EndsWith(".csproj", StringComparison.Ordinal);

    private static IEnumerable<string> Files(string root) =>
        Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Where(file => IsProject(file) || Path.GetExtension(file) is ".slnx" || Path.GetFileName(file) is "Directory.Build.props")
            .Order(StringComparer.Ordinal);
}
