using System.Globalization;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Model;
using AiAttribution.Core.Sessions.Ledger;
using AiAttribution.Core.Text;
using AiAttribution.Git.History;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;

namespace AiAttribution.Engine.Repository;

/// <summary>Tells where absence of evidence was made, by what the attributed commit holds: settings, hooks, <c>.mailmap</c>, and records of sessions that stopped. No line changes its state by it.</summary>
internal sealed class SilenceReader(GitRepository repository, ScanResult scan, TokenLedger tokens)
{
    private const int MostCommits = 50_000;
    private const int MostHooks = 20;

    // Records come a while after their commit.
    private const int LeastLapsed = 3;

    private readonly string _commit = scan.Attribution.Commit;

    private readonly Lazy<(string Commit, DateTimeOffset Time)[]> _marked = new(() => [.. scan.Summary.Evidence
        .Where(commit => commit.Value.Any(statement => statement.Grade > EvidenceGrade.Weak))
        .Select(commit => (commit.Key, repository.CommitTime(commit.Key)))
        .OrderBy(commit => commit.Item2).ThenBy(commit => commit.Key, StringComparer.Ordinal)]);

    /// <summary>All signs.</summary>
    public IReadOnlyList<SilenceSign> Read() => [.. Span(), .. Switches(), .. Hooks(), .. Mailmap(), .. Lapsed()];

    /// <summary>Since when there is evidence, and since when there is none.</summary>
    private IEnumerable<SilenceSign> Span()
    {
        if (_marked.Value is not [var first, ..] marked)
            yield break;
        HashSet<string> known = [.. marked.Select(commit => commit.Commit)];
        int silent = FirstParents().TakeWhile(node => !known.Contains(Hex(node))).Count();
        string since = silent == 0 ? "the newest commit carries some" : $"none in the newest {Figures.Count(silent, "commit")} of the main line, since {Day(marked[^1].Time)}";
        yield return new SilenceSign(SilenceKind.Evidence, $"Evidence is known since {Day(first.Time)}; {since}.") { Since = first.Time, Until = marked[^1].Time, Count = silent };
    }

    private IEnumerable<SilenceSign> Switches()
    {
        foreach ((string path, string agent) in AgentSwitches.All)
        {
            if (Since(path) is not { } node)
                continue;
            DateTimeOffset time = CommitTimes.ToDate(node.Time);
            string words = $"Since commit {Hex(node)[..12]} of {Day(time)} {path} tells {agent} to leave no mark in commits: from then on, no mark of this agent does not mean no agent.";
            yield return new SilenceSign(SilenceKind.Setting, words) { Setting = path, Agent = agent, Commit = Hex(node), Since = time };
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

    private IEnumerable<SilenceSign> Hooks() => repository.ListFiles(_commit)
        .Where(MessageFilters.IsHook)
        .Take(MostHooks)
        .Where(path => repository.ReadFile(_commit, path, AgentSwitches.MostBytes) is { } hook && MessageFilters.Strips(hook))
        .Select(path => new SilenceSign(SilenceKind.Hook, $"The hook {path} may take marks of agents out of messages: no mark does not mean no agent."));

    private IEnumerable<SilenceSign> Mailmap()
    {
        if (repository.ReadFile(_commit, ".mailmap", AgentSwitches.MostBytes) is not { } file)
            yield break;
        var classifier = new EvidenceClassifier(scan.Options.Evidence, RevsFile.Empty);
        int agents = MailmapLines.Replaced(file).Count(address => classifier.Classify(new CommitFacts("", "", address, "", "", "")).Count > 0);
        if (agents > 0)
            yield return new SilenceSign(SilenceKind.Mailmap, $".mailmap shows {Figures.Count(agents, "address", "addresses")} of agents as somebody else: git log does not name them, attribution reads commits as they are.") { Count = agents };
    }

    /// <summary>Records that stopped: AI commits after the newest one with a record have none. Nothing while they go on, and where there never was one.</summary>
    private IEnumerable<SilenceSign> Lapsed()
    {
        (string Commit, DateTimeOffset Time)[] recorded = [.. _marked.Value.Where(commit => tokens.Of(commit.Commit) is not null)];
        if (recorded is not [.., var last] || _marked.Value.Count(commit => commit.Time > last.Time) is not (>= LeastLapsed and var after))
            yield break;
        yield return new SilenceSign(SilenceKind.Capture, $"Capture of sessions lapsed: {Figures.Count(after, "AI commit")} after {Day(last.Time)} have no session record.") { Since = last.Time, Count = after };
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
