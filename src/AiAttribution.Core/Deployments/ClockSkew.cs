namespace AiAttribution.Core.Deployments;

/// <summary>Finds times that cannot be right. Nothing is corrected: they are told, because order decides what is live.</summary>
internal static class ClockSkew
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(15);

    /// <summary>One sentence for each deployment whose time is odd, in order of time.</summary>
    /// <param name="deployments">Deployments from anywhere but git itself.</param>
    /// <param name="committed">Time of a commit.</param>
    public static IReadOnlyList<string> Find(IEnumerable<PlacedDeployment> deployments, Func<string, DateTimeOffset> committed)
    {
        PlacedDeployment[] ordered = TimelineBuilder.Ordered(deployments);
        List<string> odd = [];
        foreach (PlacedDeployment deployment in ordered)
        {
            DeploymentRecord record = deployment.Record;
            string name = $"deployment {record.SourceId} of {record.Source}";
            if (record.Time is null)
                odd.Add($"{name} has no time and stands first");
            else if (record.FinishedAt < record.StartedAt)
                odd.Add($"{name} ended before it began");
            else if (deployment.Commit is { } commit && committed(commit) - deployment.Time > Tolerance)
                odd.Add($"{name} is older than the commit it deployed");
        }

        odd.AddRange(OutOfOrder(ordered));
        return odd;
    }

    /// <summary>Providers number deployments as they come: a larger number with an earlier start is odd.</summary>
    private static IEnumerable<string> OutOfOrder(PlacedDeployment[] ordered)
    {
        foreach (IGrouping<string, PlacedDeployment> source in ordered.Where(d => d.Record.StartedAt is not null).GroupBy(d => d.Record.Source).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            DateTimeOffset latest = DateTimeOffset.MinValue;
            foreach (PlacedDeployment deployment in source.Where(d => Number(d) is not null).OrderBy(Number))
            {
                if (latest - deployment.Record.StartedAt > Tolerance)
                    yield return $"deployment {deployment.Record.SourceId} of {deployment.Record.Source} began before one with a smaller number";
                latest = deployment.Record.StartedAt > latest ? deployment.Record.StartedAt.Value : latest;
            }
        }
    }

    private static long? Number(PlacedDeployment deployment) =>
        long.TryParse(deployment.Record.SourceId.Split('/')[0], out long number) ? number : null;
}
