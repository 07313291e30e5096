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

    /// <summary>The members with what their AI lines bear; null stays with those for whose commits nothing is recorded.</summary>
    /// <param name="history">The history.</param>
    /// <param name="files">Files of the project, whose AI lines bear their share in members and outside.</param>
    /// <param name="members">All of the project's members.</param>
    public static MemberRecord[] Share(CollectedHistory history, IEnumerable<FileAttribution> files, MemberRecord[] members)
    {
        if (history.Tokens.Commits.Count == 0)
            return members;
        NamedCounts lines = Lines(history, files);
        var borne = new Dictionary<MemberRecord, TokenCost>(ReferenceEqualityComparer.Instance);
        foreach (var commit in members.SelectMany(m => m.Origins.Select(o => (Member: m, o.Commit, o.Lines))).GroupBy(o => o.Commit, StringComparer.Ordinal))
        {
            if (history.Tokens.Of(commit.Key) is not { } tokens)
                continue;
            TokenCost[] shares = tokens.SharesOf(lines[commit.Key], [.. commit.Select(o => o.Lines)]);
            foreach ((MemberRecord member, TokenCost share) in commit.Select((o, i) => (o.Member, shares[i])))
                borne[member] = borne.GetValueOrDefault(member) + share;
        }

        return [.. members.Select(m => borne.TryGetValue(m, out TokenCost tokens) ? m with { Tokens = tokens } : m)];
    }

    /// <summary>The report's part; null when nothing is recorded.</summary>
    /// <param name="history">The history.</param>
    /// <param name="files">Files of the project, whose AI lines bear their share.</param>
    public static ReportTokens? Of(CollectedHistory history, IEnumerable<FileAttribution> files)
    {
        if (history.Tokens.IsEmpty)
            return null;
        IReadOnlyList<LineSource> sources = history.Scan.Attribution.Sources;
        TokenCost own = Lines(history, files).Aggregate(default(TokenCost), (sum, l) => sum + (history.Tokens.Of(l.Name)?.ShareOf(l.Count) ?? default));
        string[] aiCommits = [.. sources.Where(s => s is { Evidence.Count: > 0, IsNotCommitted: false }).Select(s => s.Commit).Distinct(StringComparer.Ordinal)];
        return ReportTokens.Of(history.Tokens, own, aiCommits, history.BuilderOf);
    }

    /// <summary>AI lines of files by the commit that they come from.</summary>
    private static NamedCounts Lines(CollectedHistory history, IEnumerable<FileAttribution> files)
    {
        var lines = new NamedCounts();
        foreach (LineRun run in files.SelectMany(f => f.Runs).Where(r => r is { State: LineState.Ai, Source: >= 0 }))
            lines.Add(history.Scan.Attribution.Sources[run.Source].Commit, run.Count);
        return lines;
    }
}
