using AiAttribution.Core.Lines;
using AiAttribution.Core.Members;
using AiAttribution.Core.Model;
using AiAttribution.Core.Sessions.Ledger;
using AiAttribution.Core.Text;
using AiAttribution.Engine.Repository;

namespace AiAttribution.Engine.Project;

/// <summary>Shares the tokens of commits out to the lines and members of one project.</summary>
internal static class ProjectTokens
{
    /// <summary>A source with the tokens by class that its commit used, and what they cost where that is known of all of them.</summary>
    public static AiSource With(AiSource source, TokenLedger ledger) => ledger.Of(source.Commit)?.Total is not { } total
        ? source
        : source with
        {
            Tokens = new Dictionary<string, long>
            {
                ["input"] = total.Usage.Input,
                ["output"] = total.Usage.Output,
                ["cacheRead"] = total.Usage.CacheRead,
                ["cacheWrite"] = total.Usage.CacheWrite,
            },
            Cost = total.Unpriced == 0 ? total.Cost : null,
        };

    /// <summary>What the AI lines among a member's code lines bear; null when nothing is recorded for their commits.</summary>
    public static TokenCost? OfMember(TokenLedger ledger, LineTable table, IReadOnlyList<int> codeLines)
    {
        if (ledger.Commits.Count == 0)
            return null;
        TokenCost? sum = null;
        foreach (IGrouping<string, int> commit in codeLines.Where(table.IsJudged).GroupBy(line => table.SourceOf(line)!.Commit, StringComparer.Ordinal))
        {
            if (ledger.Of(commit.Key) is { } tokens)
                sum = (sum ?? default(TokenCost)) + tokens.ShareOf(commit.Count());
        }

        return sum;
    }

    /// <summary>The report's part; null when nothing is recorded.</summary>
    /// <param name="history">The history.</param>
    /// <param name="files">Files of the project, whose AI lines bear their share.</param>
    public static ReportTokens? Of(CollectedHistory history, IEnumerable<FileAttribution> files)
    {
        if (history.Tokens.IsEmpty)
            return null;
        IReadOnlyList<LineSource> sources = history.Scan.Attribution.Sources;
        var lines = new NamedCounts();
        foreach (LineRun run in files.SelectMany(f => f.Runs).Where(r => r is { State: LineState.Ai, Source: >= 0 }))
            lines.Add(sources[run.Source].Commit, run.Count);
        TokenCost own = lines.Aggregate(default(TokenCost), (sum, l) => sum + (history.Tokens.Of(l.Name)?.ShareOf(l.Count) ?? default));
        string[] aiCommits = [.. sources.Where(s => s.Evidence.Count > 0).Select(s => s.Commit).Distinct(StringComparer.Ordinal)];
        return ReportTokens.Of(history.Tokens, own, aiCommits, history.BuilderOf);
    }
}
