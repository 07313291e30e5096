using AiAttribution.Core.Attribution;
using AiAttribution.Core.Reports.Model;
using AiAttribution.Core.Sessions.Ledger;
using AiAttribution.Core.Snapshot;

namespace AiAttribution.Git.Collection;

/// <summary>Shares the tokens of commits out to the lines and members of one project.</summary>
internal sealed class ProjectTokens
{
    private readonly CollectedHistory _history;
    private readonly NamedCounts _lines = [];
    private readonly Dictionary<string, CommitTokens> _byShortId = new(StringComparer.Ordinal);

    public ProjectTokens(CollectedHistory history)
    {
        _history = history;
        foreach (CommitTokens commit in history.Tokens.Commits)
            _byShortId[SnapshotBuilder.Abbreviate(commit.Commit)] = commit;
    }

    /// <summary>Tokens by class that the commit of a source used; null when not known.</summary>
    public static IReadOnlyDictionary<string, long>? ByClass(TokenLedger ledger, LineSource source) => ledger.Of(source.Commit)?.Total.Usage is { } usage
        ? new Dictionary<string, long>
        {
            ["input"] = usage.Input,
            ["output"] = usage.Output,
            ["cacheRead"] = usage.CacheRead,
            ["cacheWrite"] = usage.CacheWrite,
        }
        : null;

    /// <summary>What the commit of a source cost in USD; null when that is not known of all of its tokens.</summary>
    public static decimal? CostOf(TokenLedger ledger, LineSource source) => ledger.Of(source.Commit)?.Total is { Unpriced: 0, Cost: { } cost } ? cost : null;

    /// <summary>Counts the AI lines of a file.</summary>
    public void Add(FileAttribution file)
    {
        if (_history.Tokens.IsEmpty)
            return;
        foreach (LineRun run in file.Runs)
        {
            if (run is { State: LineState.Ai, Source: >= 0 })
                _lines.Add(_history.Scan.Attribution.Sources[run.Source].Commit, run.Count);
        }
    }

    /// <summary>What the AI lines among a member's code lines bear; null when nothing is recorded for their commits.</summary>
    public Spending? OfMember(IReadOnlyList<int> codeLines, SnapshotFile file, IReadOnlyList<SnapshotSource> sources)
    {
        if (_byShortId.Count == 0)
            return null;
        Spending? sum = null;
        IEnumerable<string> commits = codeLines.Select(line => file.Marks[line - 1]).Where(LineMark.IsAi).Select(mark => sources[mark].Commit);
        foreach (IGrouping<string, string> commit in commits.GroupBy(commit => commit))
        {
            if (_byShortId.TryGetValue(commit.Key, out CommitTokens? tokens))
                sum = (sum ?? default(Spending)) + tokens.ShareOf(commit.Count());
        }

        return sum;
    }

    /// <summary>The report's part; null when nothing is recorded.</summary>
    public ReportTokens? Report()
    {
        Spending own = _lines.Aggregate(default(Spending), (sum, lines) => sum + (_history.Tokens.Of(lines.Name)?.ShareOf(lines.Count) ?? default));
        string[] aiCommits = [.. _history.Scan.Attribution.Sources.Where(s => s.Evidence.Count > 0).Select(s => s.Commit).Distinct(StringComparer.Ordinal)];
        return ReportTokens.Of(_history.Tokens, own, aiCommits);
    }
}
