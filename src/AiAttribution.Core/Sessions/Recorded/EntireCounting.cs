using AiAttribution.Core.Evidence.Catalogue;

namespace AiAttribution.Core.Sessions.Recorded;

/// <summary>
/// Makes shares of what checkpoints count. With <c>token_usage_version</c> 2 each row counts from the checkpoint before. Older rows may hold the running total of the session
/// instead, and do when they count from the start of the transcript: the latest of those stands for everything before it, which is Entire's own rule. What the
/// rows before it counted is taken off, so that each checkpoint keeps its share; where they count more than it does, they are left out.
/// </summary>
internal static class EntireCounting
{
    /// <summary>Rows whose counts can be summed.</summary>
    public static IEnumerable<EntireRow> Deltas(IEnumerable<EntireRow> rows) =>
        rows.GroupBy(row => row.Session, StringComparer.Ordinal).SelectMany(session => Deltas([.. session.OrderBy(row => row.Created).ThenBy(row => row.Checkpoint, StringComparer.Ordinal)]));

    private static IEnumerable<EntireRow> Deltas(EntireRow[] rows)
    {
        var kept = new List<EntireRow>();

        // Some checkpoints of a session leave its agent out.
        string agent = rows.Select(row => row.Agent).FirstOrDefault(name => name != AgentNames.Unknown, AgentNames.Unknown);
        foreach (EntireRow row in rows.Select(row => row with { Agent = agent }))
        {
            if (row.IsDelta || !row.IsFromStart || kept.Count == 0)
            {
                kept.Add(row);
                continue;
            }

            TokenUsage rest = row.Usage - kept.Aggregate(default(TokenUsage), (sum, r) => sum + r.Usage);
            bool holdsThem = rest is { Input: >= 0, Output: >= 0, CacheRead: >= 0, CacheWrite5Minutes: >= 0, CacheWrite1Hour: >= 0, Reasoning: >= 0 };
            if (!holdsThem)
                kept.Clear();
            kept.Add(holdsThem ? row with { Usage = rest, Cost = null } : row);
        }

        return kept;
    }
}
