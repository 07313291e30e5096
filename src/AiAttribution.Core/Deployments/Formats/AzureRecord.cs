using AiAttribution.Core.Text;

namespace AiAttribution.Core.Deployments.Formats;

/// <summary>
/// A record of Azure DevOps' <c>environmentdeploymentrecords</c>. It has no commit: <c>owner.id</c> is the build that has it. It has no environment name either; the stage stands for it.
/// </summary>
internal sealed class AzureRecord : IDeploymentFormat
{
    public const string Source = "azdo";

    public bool Knows(JsonValue item) => item.Has("environmentId", "stageName", "result") && item.At("owner").IsObject();

    public void Read(JsonValue item, DeploymentDraft draft)
    {
        DeploymentStatus? status = item.Text("result")?.ToUpperInvariant() switch
        {
            "SUCCEEDED" or "SUCCEEDEDWITHISSUES" => DeploymentStatus.Success,
            "FAILED" or "CANCELED" or "ABANDONED" => DeploymentStatus.Failure,
            _ => null,
        };
        if (status is null)
            return;
        string build = item.Text("owner", "id") ?? "";
        string stage = item.Text("stageName") ?? "";
        draft.AddAttempt(item, Attempt(item), new DeploymentRecord
        {
            Source = Source,
            SourceId = $"{item.Text("environmentId")}/{build}/{stage}",
            Service = item.Text("definition", "name") ?? "",
            Environment = stage,
            Tier = EnvironmentTiers.Of(stage),
            Artifact = AzureBuild.Key(build),
            Status = status.Value,
            StartedAt = draft.Time(item, "startTime") ?? draft.Time(item, "queueTime"),
            FinishedAt = draft.Time(item, "finishTime"),
            Trust = 1,
        });
    }

    private static int Attempt(JsonValue item) => int.TryParse(item.Text("stageAttempt"), out int attempt) ? attempt : 0;
}
