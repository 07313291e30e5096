namespace AiAttribution.Core.Deployments;

/// <summary>A record whose commit is in the repository.</summary>
/// <param name="Record">The record.</param>
/// <param name="Commit">Full id of the commit; null for a removal or a rollback that names none.</param>
/// <param name="Tree">Full id of the commit's tree.</param>
/// <param name="Name">What people call it, such as <c>v2.3</c>; the abbreviated commit where it has no name.</param>
internal sealed record PlacedDeployment(DeploymentRecord Record, string? Commit, string? Tree, string Name)
{
    /// <summary>When: by the server's clock, for a tag by its commit.</summary>
    public DateTimeOffset Time { get; init; } = Record.Time ?? DateTimeOffset.MinValue;

    /// <summary>Name and environment in words, such as <c>v2.3 on production</c>; what a release keeps for ever needs no environment.</summary>
    public string Words => Publications.Contains(Record.Environment) ? Name : $"{Name} on {Record.Environment}";
}
