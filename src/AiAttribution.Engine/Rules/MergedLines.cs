using AiAttribution.Core.Evidence;
using AiAttribution.Engine.Repository;
using AiAttribution.Git.History;
using AiAttribution.Git.Objects;

namespace AiAttribution.Engine.Rules;

/// <summary>Counts what merges with AI evidence brought while the commits that they brought have none. Merges are not judged, so such evidence would be overlooked.</summary>
internal static class MergedLines
{
    /// <summary>Lines that they added to attributed files, compared with their first parents, by path.</summary>
    /// <param name="history">The history.</param>
    /// <param name="range">The commits that are looked at.</param>
    public static IReadOnlyDictionary<string, int> Of(CollectedHistory history, CommitRange range)
    {
        IReadOnlyDictionary<string, IReadOnlyList<EvidenceStatement>> evidence = history.Scan.Summary.Evidence;
        string[] merges = [.. range.Commits.Where(c => IsAi(evidence, c) && IsMerge(history, c) && !Brought(history, c).Any(b => IsAi(evidence, b)))];
        if (merges.Length == 0)
            return new Dictionary<string, int>();
        var changes = new CommitChanges(history.Repository, range.End, countsLines: true);
        return merges.SelectMany(m => changes.Of(ObjectId.Parse(m)) ?? [])
            .Where(f => f is { IsTest: false, Added: > 0 } && history.Scan.Options.Include.Matches(f.Path))
            .GroupBy(f => f.Path, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Sum(f => f.Added), StringComparer.Ordinal);
    }

    private static bool IsAi(IReadOnlyDictionary<string, IReadOnlyList<EvidenceStatement>> evidence, string commit) =>
        evidence.TryGetValue(commit, out IReadOnlyList<EvidenceStatement>? statements) && statements.Any(s => s.Grade > EvidenceGrade.Weak);

    /// <summary>The commits that a merge brought to its first parent.</summary>
    private static IEnumerable<string> Brought(CollectedHistory history, string merge)
    {
        ObjectId[] parents = [.. history.Repository.Graph.Read(ObjectId.Parse(merge)).Parents];
        int length = history.Repository.Objects.IdLength;
        HashSet<ObjectId> before = CommitRange.History(history.Repository, parents[0].ToHex(length), []);
        return parents.Skip(1).SelectMany(p => CommitRange.History(history.Repository, p.ToHex(length), before)).Select(id => id.ToHex(length));
    }

    private static bool IsMerge(CollectedHistory history, string commit) =>
        history.Repository.Graph.TryRead(ObjectId.Parse(commit), out CommitNode? node) && node.Parents.Length > 1;
}
