using AiAttribution.Core.Model.Cost;
using AiAttribution.Core.Model.Envelopes;
using AiAttribution.Git.History;
using AiAttribution.Git.Objects;

namespace AiAttribution.Engine.Repository;

/// <summary>Whether enough builders stand behind the work of a month, and of the year. How many they are is written nowhere.</summary>
internal sealed class RecentBuilders
{
    private const int MostCommits = 50_000;
    private const int MonthsOfYear = 13;
    private const long Year = (53L + 5) * 7 * 24 * 3600;

    private RecentBuilders(IReadOnlyCollection<string> months, bool isYearSafe) => (Months, IsYearSafe) = (months, isYearSafe);

    /// <summary>The months behind which enough stand; those in which nobody committed among them, for they tell of nobody.</summary>
    public IReadOnlyCollection<string> Months { get; }

    /// <summary>Whether enough stand behind the year before the commit.</summary>
    public bool IsYearSafe { get; }

    /// <summary>Those of a history up to a commit. Merges are nobody's work.</summary>
    public static RecentBuilders Of(CollectedHistory history, Core.Evidence.EvidenceOptions options)
    {
        (string Id, string Month)[] commits = [.. Walk(history)];
        DateTimeOffset head = history.Repository.CommitTime(history.Scan.Attribution.Commit);
        Func<string, int?> builderOf = AiBuilders.Of(history.Repository, options, commits.Select(c => c.Id));
        Dictionary<string, BuilderShares> months = [];
        foreach ((string id, string month) in commits)
        {
            if (!months.TryGetValue(month, out BuilderShares? shares))
                months.Add(month, shares = new BuilderShares());
            shares.Add(builderOf(id), 1);
        }

        IEnumerable<string> quiet = commits.Length > MostCommits ? [] : Enumerable.Range(0, MonthsOfYear).Select(m => CellTimes.Month(head.AddMonths(-m))).Where(m => !Array.Exists(commits, c => c.Month == m));
        return new RecentBuilders([.. months.Where(m => m.Value.IsSafe).Select(m => m.Key).Concat(quiet).Order(StringComparer.Ordinal)], BuilderShares.Of(months.Values).IsSafe);
    }

    private static IEnumerable<(string Id, string Month)> Walk(CollectedHistory history)
    {
        CommitGraph graph = history.Repository.Graph;
        ObjectId head = ObjectId.Parse(history.Scan.Attribution.Commit);
        long oldest = graph.Read(head).Time - Year;
        var open = new Queue<ObjectId>([head]);
        HashSet<ObjectId> seen = [head];
        while (open.TryDequeue(out ObjectId id) && seen.Count <= MostCommits)
        {
            if (!graph.TryRead(id, out CommitNode? node) || node.Time < oldest)
                continue;
            if (node.Parents.Length < 2)
                yield return (id.ToHex(history.Repository.Objects.IdLength), CellTimes.Month(DateTimeOffset.FromUnixTimeSeconds(node.Time)));
            foreach (ObjectId parent in node.Parents.Where(seen.Add))
                open.Enqueue(parent);
        }
    }
}
