namespace AiAttribution.Core.Deployments.Formats;

/// <summary>What two records of one deployment have in common.</summary>
internal sealed record DeploymentIdentity(string Source, string SourceId)
{
    public static DeploymentIdentity Of(DeploymentRecord record) => new(record.Source, record.SourceId);
}
