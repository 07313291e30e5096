using System.Text.RegularExpressions;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Model.Gate;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Text;
using AiAttribution.Engine.Repository;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;
using AiAttribution.Git.WorkingTree;

namespace AiAttribution.Engine.Releases;

/// <summary>Finds what a range changes about what is judged. It reads texts alone and decides nothing: a reviewer is told where to look.</summary>
/// <param name="repository">The repository.</param>
/// <param name="fork">Full id of the commit that the range started from.</param>
/// <param name="end">Full id of its last commit.</param>
internal sealed partial class RangeChanges(GitRepository repository, string fork, string end)
{
    private const int MostBytes = 4 << 20;

    private static readonly string[] EvidenceFiles = [RevsFile.Path, ".git-blame-ignore-revs"];

    /// <summary>What it changes, in the order of kinds and paths.</summary>
    /// <param name="policyPath">Path of the policy file; null when it lies outside.</param>
    public IReadOnlyList<GateChange> Find(string? policyPath)
    {
        List<TreeChange> files = [];
        new TreeComparer(repository.Trees).Compare(Tree(fork), Tree(end), files);
        IEnumerable<GateChange> found = (policyPath is null ? [] : Policy(policyPath))
            .Concat(files.Where(f => EvidenceFiles.Contains(f.Path) || (f.Old.IsFile && f.Path.StartsWith(".agent-trace/", StringComparison.Ordinal))).Select(f => new GateChange(GateChangeKind.Evidence, f.Path, 0, f.New.IsFile ? "is changed" : "is taken away")))
            .Concat(TestProjects(files))
            .Concat(files.Where(f => MarksGenerated(f.Path) && !GeneratedLines(Text(f.New)).SequenceEqual(GeneratedLines(Text(f.Old)))).Select(f => new GateChange(GateChangeKind.Generated, f.Path, 0, "changes which files are marked as generated, which is not judged")))
            .Concat(files.Where(f => f.New.IsFile && f.Path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase)).SelectMany(Code));
        return [.. found.OrderBy(c => c.Kind).ThenBy(c => c.Path, StringComparer.Ordinal)];
    }

    private ObjectId Tree(string commit) => repository.Graph.Read(ObjectId.Parse(commit)).Tree;

    /// <summary>The file on disk counts, as where it judges.</summary>
    private IEnumerable<GateChange> Policy(string path)
    {
        string? before = repository.ReadFile(fork, path, PolicySource.MostBytes) is { } bytes ? SourceFile.Text(bytes) : null;
        IReadOnlyList<string> changes = PolicyChanges.Of(before, RepositoryFiles.Read(repository, end, path));
        return changes.Select(c => new GateChange(GateChangeKind.Policy, path, 0, c));
    }

    private IEnumerable<GateChange> TestProjects(List<TreeChange> files)
    {
        TreeChange[] projects = [.. files.Where(f => IsProject(f.Path))];
        if (projects.Length == 0)
            yield break;
        var before = new TestCode(repository, fork, repository.ListFiles(fork));
        var after = new TestCode(repository, end, repository.ListFiles(end));
        foreach (TreeChange project in projects)
        {
            bool isCsproj = project.Path.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase);
            if (isCsproj && project.New.IsFile && after.Contains(project.Path) && !(project.Old.IsFile && before.Contains(project.Path)))
                yield return new GateChange(GateChangeKind.TestProject, project.Path, 0, "is a test project now, and members of tests are not judged");
            else if (Marks(Text(project.New)) is var marks && marks != Marks(Text(project.Old)))
                yield return new GateChange(GateChangeKind.TestProject, project.Path, 0, marks.Length == 0 ? "IsTestProject is taken away" : $"IsTestProject is {marks} now");
        }
    }

    private IEnumerable<GateChange> Code(TreeChange file)
    {
        string before = Text(file.Old);
        string after = Text(file.New);
        if (Generated().Count(after) > Generated().Count(before) || (!file.Old.IsFile && GeneratedFiles.HasName(file.Path)))
            yield return new GateChange(GateChangeKind.Generated, file.Path, 0, "more of it is marked as generated, which is not judged");
        if (Conditional().Count(after) > Conditional().Count(before))
            yield return new GateChange(GateChangeKind.Conditional, file.Path, 0, "more of it is compiled on a condition only (#if)");
    }

    private static bool MarksGenerated(string path) => Path.GetFileName(path) is GeneratedMarks.EditorConfigFile or GeneratedMarks.AttributesFile;

    /// <summary>The lines that mark code as generated or take that back, each with the section that it stands in.</summary>
    private static IEnumerable<string> GeneratedLines(string text)
    {
        string section = "";
        foreach (string line in text.Split('\n', StringSplitOptions.TrimEntries))
        {
            if (line.Contains("generated_code", StringComparison.OrdinalIgnoreCase) || line.Contains("linguist-generated", StringComparison.Ordinal))
                yield return section + line;
            else if (line.StartsWith('['))
                section = line;
        }
    }

    private string Text(TreeEntry entry) => entry.IsFile && repository.Objects.Read(entry.Id, MostBytes) is { } bytes ? SourceFile.Text(bytes) : "";

    private static string Marks(string text) => string.Join(", ", IsTestProject().Matches(text).Select(m => m.Groups["value"].Value));

    private static bool IsProject(string path) =>
        path.EndsWith("proj", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".props", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".targets", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"<IsTestProject\b[^>]*>\s*(?<value>[^<\s]*)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex IsTestProject();

    [GeneratedRegex(@"<auto-?generated|\[[^\]]*\b(GeneratedCode|CompilerGenerated)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Generated();

    [GeneratedRegex(@"^\s*#\s*if\b", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Conditional();
}
