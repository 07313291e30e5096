using System.Text;
using System.Text.RegularExpressions;
using AiAttribution.Engine.Repository;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.WorkingTree;

namespace AiAttribution.Cli.Verbs;

/// <summary>A C# project, by its text alone.</summary>
/// <param name="Path">Path from the repository root.</param>
/// <param name="Directory">Full path of its folder.</param>
/// <param name="Files">Full paths of the C# files that it compiles, as far as its text says so.</param>
/// <param name="Text">Its text, then those of what it imports by name from folders above, the nearest first.</param>
/// <param name="PropsFolder">Full path of the folder of the nearest <c>Directory.Build.props</c>; that of the project where there is none.</param>
/// <param name="IsTest">Whether it is a test project.</param>
internal sealed record RepositoryProject(string Path, string Directory, IReadOnlyList<string> Files, string Text, string PropsFolder, bool IsTest)
{
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>Whether it, or a file that it imports, refers to the package.</summary>
    public bool HasPackage => Text.Contains("\"AiAttribution\"", StringComparison.OrdinalIgnoreCase);
}

/// <summary>The projects of a working tree, found without MSBuild as <c>report</c> finds test code.</summary>
internal sealed partial class RepositoryProjects
{
    private const int MostBytes = 4 << 20;

    private static readonly string[] Imported = ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"];

    private readonly GitRepository _repository;
    private readonly HashSet<string> _tracked;

    private RepositoryProjects(GitRepository repository, string root, string commit, IEnumerable<string> newFiles)
    {
        _repository = repository;
        Root = root;
        IReadOnlyList<string> files = [.. repository.ListFiles(commit), .. newFiles];
        _tracked = new(files, StringComparer.Ordinal);
        string[] projects = [.. files.Where(file => file.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)];
        HashSet<string> folders = [.. projects.Select(FolderOf)];
        ILookup<string, string> sources = files.Where(file => file.EndsWith(".cs", StringComparison.OrdinalIgnoreCase)).ToLookup(file => Nearest(FolderOf(file), folders.Contains) ?? "\0");
        var tests = new TestCode(repository, commit, files);
        All = [.. projects.Select(project => Read(project, sources[FolderOf(project)], tests))];
    }

    /// <summary>Full path of the working tree's root.</summary>
    public string Root { get; }

    /// <summary>All of them, in order of paths.</summary>
    public IReadOnlyList<RepositoryProject> All { get; }

    /// <summary>Those of a repository; null when it has no working tree.</summary>
    public static RepositoryProjects? Of(CollectedHistory history) =>
        history.Repository.WorkingDirectory is { } root ? new RepositoryProjects(history.Repository, root, history.Scan.Attribution.Commit, history.NewFiles) : null;

    private RepositoryProject Read(string path, IEnumerable<string> sources, TestCode tests)
    {
        string folder = FolderOf(path);
        string own = TextOf(path);
        IEnumerable<string> linked = Linked().Matches(own).Select(match => match.Groups[1].Value).Where(include => !include.Contains('*', StringComparison.Ordinal) && !include.Contains('$', StringComparison.Ordinal));
        string[] files = [.. sources.Select(Full), .. linked.Select(include => Path.GetFullPath(Path.Combine(Full(folder), include.Replace('\\', '/'))))];
        string[] imported = [.. Imported.Select(name => Nearest(folder, above => _tracked.Contains(Join(above, name))) is { } above ? TextOf(Join(above, name)) : "")];
        string props = Nearest(folder, above => _tracked.Contains(Join(above, Imported[0]))) ?? folder;
        return new RepositoryProject(path, Full(folder), files, string.Join('\n', [own, .. imported]), Full(props), tests.Contains(path));
    }

    /// <summary>The text on disk, where it may have been edited; empty when it cannot be read.</summary>
    private string TextOf(string path) => BoundedFile.Read(Full(path), MostBytes).Bytes is { } bytes && !RepositoryPaths.LeadsOut(_repository, Full(path)) ? Encoding.UTF8.GetString(bytes) : "";

    private string Full(string path) => Path.GetFullPath(Path.Combine(Root, path));

    private static string? Nearest(string folder, Func<string, bool> isIt)
    {
        for (; ; folder = FolderOf(folder))
        {
            if (isIt(folder))
                return folder;
            if (folder.Length == 0)
                return null;
        }
    }

    private static string Join(string folder, string name) => folder.Length == 0 ? name : $"{folder}/{name}";

    private static string FolderOf(string path) => path.LastIndexOf('/') is >= 0 and int slash ? path[..slash] : "";

    [GeneratedRegex("<Compile\\s+Include=\"([^\"]+)\"", RegexOptions.IgnoreCase)]
    private static partial Regex Linked();
}
