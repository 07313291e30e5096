using AiAttribution.Core.Text;

namespace AiAttribution.Core.Deployments.Formats;

/// <summary>Octopus build information of a package: which commit it was built from. <c>Commits</c> is empty for builds that no push started, so it is not needed.</summary>
internal sealed class OctopusBuildInformation : IDeploymentFormat
{
    public bool Knows(JsonValue item) => item.Has("VcsCommitNumber", "BuildNumber");

    public void Read(JsonValue item, DeploymentDraft draft)
    {
        string? package = item.Text("PackageId");
        string? version = item.Text("Version") ?? item.Text("BuildNumber");
        draft.Add(item, new DeploymentRecord
        {
            Source = "octopus",
            SourceId = item.Text("Id") ?? $"{package}@{version}",
            Service = package ?? "",
            Commit = draft.Commit(item, "VcsCommitNumber"),
            Artifact = package is null ? null : ArtifactKey.Of($"pkg:octopus/{package}@{version}"),
            Version = version,
            Status = DeploymentStatus.Built,
            FinishedAt = draft.Time(item, "Created"),
            Url = item.Text("BuildUrl"),
            Trust = 1,
        });
    }
}
