using System.Globalization;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Text;
using AiAttribution.Git.History;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;

namespace AiAttribution.Engine.Repository;

/// <summary>Tells where absence of evidence was made, by what the attributed commit holds: settings, hooks, <c>.mailmap</c>. No line changes its state by it.</summary>
internal sealed class SilenceReader(GitRepository repository, ScanResult scan)
{
    private const int MostCommits = 50_000;
    private const int MostHooks = 20;

    private readonly string _commit = scan.Attribution.Commit;

    /// <summary>One sentence each.</summary>
    public IReadOnlyList<string> Read() => [.. Span(), .. Switches(), .. Hooks(), .. Mailmap()];

    /// <summary>The same as kinds with the day since when, where that is known.</summary>
    public IReadOnlyList<(string Kind, string? Since)> Signs()
    {
        string[] told = [.. AgentSwitches.All.Select(s => Since(s.Item1)).OfType<CommitNode>().Select(node => Day(CommitTimes.ToDate(node.Time))).Order(StringComparer.Ordinal)];
        List<(string, string?)> signs = told.Length > 0 ? [("agent told to leave no sign", told[0])] : [];
        if (Hooks().Any())
            signs.Add(("hooks take signs away", null));
        if (Mailmap().Any())
            signs.Add(("mailmap hides agents", null));
        if (scan.Summary.UnreachableNotes > 0)
            signs.Add(("notes orphaned", null));
        return signs;
    }

    /// <summary>Since when there is evidence, and since when there is none.</summary>
    private IEnumerable<string> Span()
    {
        (string Commit, DateTimeOffset Time)[] marked = [.. scan.Summary.Evidence
            .Where(commit => commit.Value.Any(statement => statement.Grade > EvidenceGrade.Weak))
            .Select(commit => (commit.Key, repository.CommitTime(commit.Key)))
            .OrderBy(commit => commit.Item2).ThenBy(commit => commit.Key, StringComparer.Ordinal)];
        if (marked.Length == 0)
            yield break;
        HashSet<string> known = [.. marked.Select(commit => commit.Commit)];
        int silent = FirstParents().TakeWhile(node => !known.Contains(Hex(node))).Count();
        string since = silent == 0 ? "the newest commit carries some" : $"none in the newest {Figures.Count(silent, "commit")} of the main line, since {Day(marked[^1].Time)}";
        yield return $"Evidence is known since {Day(marked[0].Time)}; {since}.";
    }

    private IEnumerable<string> Switches()
    {
        foreach ((string path, string agent) in AgentSwitches.All)
        {
            if (Since(path) is { } node)
                yield return $"Since commit {Hex(node)[..12]} of {Day(CommitTimes.ToDate(node.Time))} {path} tells {agent} to leave no mark in commits: from then on, no mark of this agent does not mean no agent.";
        }
    }

    /// <summary>The commit of the main line from which on a file switches marks off; null when it does not.</summary>
    private CommitNode? Since(string path)
    {
        CommitNode? since = null;
        ObjectId before = default;
        foreach (CommitNode node in FirstParents())
        {
            ObjectId blob = repository.Trees.Find(node.Tree, path) is { IsFile: true } entry ? entry.Id : default;
            if (blob.IsNull || (blob != before && !(repository.Found.Read(blob, AgentSwitches.MostBytes) is { } file && AgentSwitches.IsOff(path, file))))
                break;
            before = blob;
            since = node;
        }

        return since;
    }

    private IEnumerable<string> Hooks() => repository.ListFiles(_commit)
        .Where(MessageFilters.IsHook)
        .Take(MostHooks)
        .Where(path => repository.ReadFile(_commit, path, AgentSwitches.MostBytes) is { } hook && MessageFilters.Strips(hook))
        .Select(path => $"The hook {path} may take marks of agents out of messages: no mark does not mean no agent.");

    private IEnumerable<string> Mailmap()
    {
        if (repository.ReadFile(_commit, ".mailmap", AgentSwitches.MostBytes) is not { } file)
            yield break;
        var classifier = new EvidenceClassifier(scan.Options.Evidence, RevsFile.Empty);
        int agents = MailmapLines.Replaced(file).Count(address => classifier.Classify(new CommitFacts("", "", address, "", "", "")).Count > 0);
        if (agents > 0)
            yield return $".mailmap shows {Figures.Count(agents, "address", "addresses")} of agents as somebody else: git log does not name them, attribution reads commits as they are.";
    }

    private IEnumerable<CommitNode> FirstParents()
    {
        ObjectId id = ObjectId.Parse(_commit);
        for (int count = 0; count < MostCommits && repository.Graph.TryRead(id, out CommitNode? node); count++)
        {
            yield return node;
            if (node.Parents.Length == 0)
                yield break;
            id = node.Parents[0];
        }
    }

    private string Hex(CommitNode node) => node.Id.ToHex(repository.Objects.IdLength);

    private static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
