namespace AiAttribution.Core.Deployments.Formats;

/// <summary>Brings records of all files together.</summary>
internal static class DeploymentUnion
{
    public static DeploymentReading Of(DeploymentDraft draft)
    {
        DeploymentRecord[] once = [.. draft.Records.Concat(draft.LastAttempts())
            .GroupBy(DeploymentIdentity.Of)
            .Select(g => DeploymentLine.Ordered(g).Last())];
        DeploymentRecord[] records = [.. DeploymentLine.Ordered(Join(once))];
        IEnumerable<UnplacedDeployment> unplaced = records.Where(r => r.IsUnplaced).Select(r => new UnplacedDeployment(r.Source, r.SourceId, Reason(r)));
        return new DeploymentReading(records, [.. draft.Unplaced.Concat(unplaced).Distinct()], draft.Problems);
    }

    /// <summary>Deployments that name an artifact only get the commit of the build that made it. An artifact that two commits claim to have made places nothing.</summary>
    private static IEnumerable<DeploymentRecord> Join(DeploymentRecord[] records)
    {
        Dictionary<string, DeploymentRecord?> builds = records
            .Where(r => r is { Status: DeploymentStatus.Built, Artifact: not null, Commit: not null })
            .GroupBy(r => r.Artifact!, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Select(r => r.Commit).Distinct().Count() == 1 ? g.First() : null, StringComparer.Ordinal);
        foreach (DeploymentRecord record in records)
        {
            bool needs = record.Commit is null && record.Artifact is not null && record.Status != DeploymentStatus.Built;
            yield return needs && builds.GetValueOrDefault(record.Artifact!) is { } build ? Complete(record, build) : record;
        }
    }

    private static DeploymentRecord Complete(DeploymentRecord record, DeploymentRecord build)
    {
        bool takesEnvironment = record.Environment.Length == 0 || (record.Environment == build.Environment && build.Tier > record.Tier);
        return record with
        {
            Commit = build.Commit,
            Version = record.Version ?? build.Version,
            StartedAt = record.StartedAt ?? (build.Environment.Length > 0 ? build.StartedAt : null),
            Environment = takesEnvironment ? build.Environment : record.Environment,
            Tier = takesEnvironment ? build.Tier : record.Tier,
        };
    }

    private static string Reason(DeploymentRecord record) =>
        record.Artifact is null ? "it names neither a commit nor an artifact" : $"it names the artifact {record.Artifact} only, and no file tells which commit that was built from";
}
