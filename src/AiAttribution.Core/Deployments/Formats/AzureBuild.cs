using AiAttribution.Core.Text;

namespace AiAttribution.Core.Deployments.Formats;

/// <summary>A build of Azure DevOps: it has the commit that deployment records lack.</summary>
internal sealed class AzureBuild : IDeploymentFormat
{
    public static string Key(string build) => "azdo:build/" + build;

    public bool Knows(JsonValue item) => item.Has("id", "sourceVersion", "buildNumber");

    public void Read(JsonValue item, DeploymentDraft draft)
    {
        string build = item.Text("id") ?? "";
        draft.Add(item, new DeploymentRecord
        {
            Source = AzureRecord.Source,
            SourceId = "build/" + build,
            Commit = draft.Commit(item, "sourceVersion"),
            Artifact = Key(build),
            Version = item.Text("buildNumber"),
            Status = DeploymentStatus.Built,
            StartedAt = draft.Time(item, "startTime"),
            FinishedAt = draft.Time(item, "finishTime"),
            Trust = 1,
        });
    }
}
