using System.Text;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.WorkingTree;

/// <summary>Tells test code by the project file next to it or above it. For callers that have no MSBuild to ask.</summary>
internal sealed class TestCode
{
    /// <summary>Longer project files are not read.</summary>
    public const int MostBytes = 4 << 20;

    private static readonly string[] Marks = ["<IsTestProject>true", "\"Microsoft.NET.Test.Sdk\"", "MSTest.Sdk", "\"xunit", "\"NUnit\"", "\"MSTest", "\"TUnit"];

    private readonly Dictionary<string, bool> _testFolders = new(StringComparer.Ordinal);

    /// <summary>Reads the project files of a commit.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="commit">Full id of the commit.</param>
    /// <param name="files">Paths of the commit's files.</param>
    public TestCode(GitRepository repository, string commit, IReadOnlyList<string> files)
        : this(files, path => repository.ReadFile(commit, path, MostBytes))
    {
    }

    /// <summary>Reads the project files among some files.</summary>
    /// <param name="files">Paths of the files.</param>
    /// <param name="read">Bytes of a file by its path; null when it is not there.</param>
    public TestCode(IReadOnlyList<string> files, Func<string, byte[]?> read)
    {
        foreach (string project in files.Where(f => f.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase)))
        {
            string text = read(project) is { } bytes ? Encoding.UTF8.GetString(bytes) : "";
            _testFolders[Folder(project)] = HasTestName(project) || Marks.Any(m => text.Contains(m, StringComparison.OrdinalIgnoreCase));
        }
    }

    /// <summary>Whether the nearest project above a path is a test project.</summary>
    public bool Contains(string path)
    {
        for (string folder = Folder(path); ; folder = Folder(folder))
        {
            if (_testFolders.TryGetValue(folder, out bool isTest))
                return isTest;
            if (folder.Length == 0)
                return false;
        }
    }

    /// <summary>Whether a folder above a path has a name that test projects have; where only the speed of a build depends on it.</summary>
    internal static bool HasTestFolder(string path) =>
        Folder(path).Split('/').Any(f => f.EndsWith("tests", StringComparison.OrdinalIgnoreCase) || f.Equals("test", StringComparison.OrdinalIgnoreCase) || f.EndsWith(".Test", StringComparison.Ordinal));

    /// <summary>A project may have its test packages from a file that it imports; then only its name tells.</summary>
    private static bool HasTestName(string project)
    {
        string name = Path.GetFileNameWithoutExtension(project);
        return name.EndsWith("Tests", StringComparison.Ordinal) || name.EndsWith(".Test", StringComparison.Ordinal);
    }

    private static string Folder(string path)
    {
        int slash = path.LastIndexOf('/');
        return slash < 0 ? "" : path[..slash];
    }
}
