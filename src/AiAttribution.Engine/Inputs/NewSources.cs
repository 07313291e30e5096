using AiAttribution.Core.Text;

namespace AiAttribution.Engine.Inputs;

/// <summary>Tells of source files that came after a build, and so are in no symbols: they may have a test, or a call.</summary>
/// <param name="root">Full path of the working tree.</param>
/// <param name="committed">Paths of the commit's files.</param>
/// <param name="texts">The texts that are judged.</param>
/// <param name="onDisk">Whether they are those on disk.</param>
internal sealed class NewSources(string root, IReadOnlyList<string> committed, CurrentTexts texts, bool onDisk)
{
    private static readonly string[] Projects = [".csproj", ".vbproj", ".fsproj"];
    private static readonly Glob[] Sources = [Glob.ForPaths("*.cs"), Glob.ForPaths("*.vb"), Glob.ForPaths("*.fs")];

    private readonly HashSet<string> _projectFolders = [.. committed.Where(f => Projects.Contains(Path.GetExtension(f))).Select(Folder)];

    private readonly Lazy<(string Path, DateTime Written)[]> _sources = new(() => onDisk ? [.. OnDisk(root)] : [.. Committed(committed, texts)]);

    /// <summary>Whether a build made a file itself.</summary>
    public static bool IsMade(string path) => path.Replace('\\', '/').Contains("/obj/", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the project that has these files has another one that is younger than its build.</summary>
    /// <param name="own">Paths of its files.</param>
    /// <param name="built">When it was built.</param>
    public bool AnyOf(HashSet<string> own, DateTime built)
    {
        string project = ProjectOf(own);
        bool isCut = onDisk && _sources.Value is { Length: CoverageSearch.MostFiles } newest && newest[^1].Written > built;
        return isCut || _sources.Value.Any(s => s.Written > built && !own.Contains(s.Path) && !IsMade("/" + s.Path) && Project(s.Path) == project);
    }

    /// <summary>Folder of the project that has these files, or most of them.</summary>
    public string ProjectOf(IEnumerable<string> own) => own.GroupBy(Project).MaxBy(g => g.Count())!.Key;

    /// <summary>Folder of the project that a file belongs to.</summary>
    private string Project(string path)
    {
        string folder = Folder(path);
        while (folder.Length > 0 && !_projectFolders.Contains(folder))
            folder = Folder(folder);
        return folder;
    }

    private static IEnumerable<(string, DateTime)> OnDisk(string root) =>
        CoverageSearch.Find(root, Sources).Select(f => (Path.GetRelativePath(root, f).Replace('\\', '/'), File.GetLastWriteTimeUtc(f)));

    private static IEnumerable<(string, DateTime)> Committed(IReadOnlyList<string> files, CurrentTexts texts) =>
        files.Where(f => Array.Exists(Sources, s => s.Matches(f))).Select(f => (f, texts.Measured(f)?.Written.UtcDateTime ?? DateTime.MinValue));

    private static string Folder(string path) => path.LastIndexOf('/') is >= 0 and int slash ? path[..slash] : "";
}
