using System.Text;
using System.Text.RegularExpressions;
using AiAttribution.Core.Text;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.WorkingTree;

namespace AiAttribution.Git.Outcomes;

/// <summary>Tells which C# files a release or a service can bring: not test code, not what is generated, not what is neither packed nor published, and outside of projects not samples, docs and build scripts.</summary>
internal sealed partial class ShippedCode
{
    private const int MostBytes = 4 << 20;

    private readonly Dictionary<string, bool> _folders = new(StringComparer.Ordinal);
    private readonly TestCode _tests;
    private readonly GeneratedMarks _generated;
    private readonly Lazy<IReadOnlyList<string>> _marks;

    /// <summary>Reads the project files of a commit.</summary>
    public ShippedCode(GitRepository repository, string commit)
    {
        IReadOnlyList<string> files = repository.ListFiles(commit);
        _tests = new TestCode(repository, commit, files);
        byte[]? Read(string path) => repository.ReadFile(commit, path, GeneratedMarks.MostBytes);
        _generated = new GeneratedMarks(Read);
        _marks = new(() => GeneratedMarks.Telling(files, Read));
        foreach (IGrouping<string, string> folder in files.Where(f => f.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase)).GroupBy(Folder))
            _folders[folder.Key] = folder.Any(project => new ProjectProperties(project, path => repository.ReadFile(commit, path, MostBytes)).Ships);
    }

    /// <summary>Whether a path is code that ships.</summary>
    /// <param name="path">Path from the repository root.</param>
    /// <param name="service">Paths of the service that is asked for, which then decide over projects; null for the whole repository.</param>
    public bool Contains(string path, IReadOnlyList<Glob>? service = null)
    {
        if (!path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) || GeneratedFiles.HasName(path) || _tests.Contains(path) || _generated.Contains(path))
            return false;
        if (service is not null)
            return service.Any(p => p.Matches(path));
        for (string folder = Folder(path); ; folder = Folder(folder))
        {
            if (_folders.TryGetValue(folder, out bool ships))
                return ships;
            if (folder.Length == 0)
                return !Aside().IsMatch(path);
        }
    }

    /// <summary>Writes down all that decides: of two commits that are described alike the same paths ship.</summary>
    public void Describe(StringBuilder text)
    {
        foreach ((string folder, bool ships) in _folders.OrderBy(f => f.Key, StringComparer.Ordinal))
            text.Append(folder).Append('\0').Append(ships).Append(_tests.Contains(folder.Length == 0 ? "x" : folder + "/x")).Append('\n');
        foreach (string mark in _marks.Value)
            text.Append(mark).Append('\0');
    }

    private static string Folder(string path)
    {
        int slash = path.LastIndexOf('/');
        return slash < 0 ? "" : path[..slash];
    }

    [GeneratedRegex(@"^(.*/)?(samples?|docs?|build|eng|benchmarks?)/", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Aside();
}
