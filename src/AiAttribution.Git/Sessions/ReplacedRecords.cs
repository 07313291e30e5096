using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Git.History;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.Sessions;

/// <summary>Finds the records of commits that a history lacks, because other commits took their place there.</summary>
internal static class ReplacedRecords
{
    /// <summary>Those of some commits that a history has.</summary>
    public static HashSet<string> Contained(GitRepository repository, string head, IEnumerable<string> commits) =>
        [.. repository.FirstContaining([.. commits.Where(commit => repository.Graph.TryRead(ObjectId.Parse(commit), out _))], [head]).Keys];

    /// <summary>Old and new commit, by full ids.</summary>
    public static IReadOnlyList<(string Old, string New)> Find(GitRepository repository, string head, IReadOnlyDictionary<string, IReadOnlyList<Allocation>> records) =>
        Find(repository, head, records, Contained(repository, head, records.Keys), useCache: true);

    /// <summary>Old and new commit, by full ids, where it is known already which of them the history has.</summary>
    public static IReadOnlyList<(string Old, string New)> Find(GitRepository repository, string head, IReadOnlyDictionary<string, IReadOnlyList<Allocation>> records, IReadOnlySet<string> contained, bool useCache)
    {
        KeyValuePair<string, IReadOnlyList<Allocation>>[] outside = [.. records.Where(r => !contained.Contains(r.Key))];
        return outside.Length == 0
            ? []
            : [.. new RewrittenCommits(repository, head, Start(repository, outside), useCache).Find(outside).Select(pair => (pair.Key, pair.Value)).OrderBy(pair => pair.Key, StringComparer.Ordinal)];
    }

    /// <summary>What replaces a commit is not older than the first of them.</summary>
    private static DateTimeOffset Start(GitRepository repository, IEnumerable<KeyValuePair<string, IReadOnlyList<Allocation>>> outside) =>
        outside.Min(o => repository.Graph.TryRead(ObjectId.Parse(o.Key), out CommitNode? node) ? CommitTimes.ToDate(node.Time) : o.Value.Min(a => a.From) ?? DateTimeOffset.UnixEpoch);
}
