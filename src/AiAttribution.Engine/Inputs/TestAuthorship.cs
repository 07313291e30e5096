using AiAttribution.Core.Lines;
using AiAttribution.Core.Members;
using AiAttribution.Core.Tests.Links;
using AiAttribution.Engine.Repository;
using AiAttribution.Git.WorkingTree;

namespace AiAttribution.Engine.Inputs;

/// <summary>Says whether the tests of a member come from somebody else than the member.</summary>
internal sealed class TestAuthorship(CollectedHistory history)
{
    private readonly Dictionary<string, FileAttribution?> _files = [];

    /// <summary>
    /// True when all AI lines of a member and all lines of all tests that refer to it are of one AI session; where no session is named, of one commit.
    /// False when a test is not. Null when no test refers to it, or where one stands is not known.
    /// </summary>
    public bool? IsSameSession(LineTable member, IReadOnlyList<int> codeLines, IReadOnlyList<TestMethod> tests)
    {
        if (tests.Count == 0)
            return null;
        PlacedLines?[] places = [.. tests.Select(history.Links.Place)];
        if (places.Contains(null))
            return null;
        string?[] own = [.. codeLines.Select(member.SourceOf).OfType<AiSource>().Select(Session).Distinct()];
        return own.Length == 1 && places.All(p => File(p!.Path) is { } file && Sessions(file, p.Lines).All(s => s == own[0]));
    }

    /// <summary>Session of each line; null for a line that is not AI.</summary>
    private IEnumerable<string?> Sessions(FileAttribution file, IEnumerable<int> lines)
    {
        foreach (int line in lines)
        {
            LineRun run = file.Runs.FirstOrDefault(r => line >= r.First && line <= r.Last);
            yield return run.State == LineState.Ai && run.Source >= 0 ? Session(LineTables.Describe(history.Scan.Attribution.Sources[run.Source])) : null;
        }
    }

    private static string Session(AiSource source) => source.Session ?? source.Commit;

    private FileAttribution? File(string path)
    {
        if (!_files.TryGetValue(path, out FileAttribution? file))
        {
            string? full = RepositoryPaths.Full(history.Repository, path);
            _files[path] = file = full is not null && SourceFile.Read(full) is { } bytes ? history.WorkingTree.ForFile(path, bytes) : null;
        }

        return file;
    }
}
