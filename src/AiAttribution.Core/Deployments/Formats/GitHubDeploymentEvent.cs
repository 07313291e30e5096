using AiAttribution.Core.Text;

namespace AiAttribution.Core.Deployments.Formats;

/// <summary>Webhook <c>deployment_status</c>: the status together with its deployment.</summary>
internal sealed class GitHubDeploymentEvent : IDeploymentFormat
{
    public bool Knows(JsonValue item) => item.At("deployment_status").IsObject() && item.At("deployment").IsObject();

    public void Read(JsonValue item, DeploymentDraft draft)
    {
        JsonValue status = item.At("deployment_status")!;
        JsonValue deployment = item.At("deployment")!;
        if (GitHubStates.Of(status.Text("state"), deployment.IsTrue("transient_environment")) is not { } outcome)
            return;
        string environment = status.Text("environment") ?? deployment.Text("environment") ?? "";
        draft.Add(item, new DeploymentRecord
        {
            Source = GitHubStates.Source,
            SourceId = $"{deployment.Text("id")}/{status.Text("id")}",
            Environment = environment,
            Tier = GitHubStates.Tier(deployment, environment),
            Commit = draft.Commit(deployment, "sha"),
            Status = outcome,
            StartedAt = draft.Time(deployment, "created_at"),
            FinishedAt = draft.Time(status, "created_at"),
            Url = status.Text("target_url"),
            Trust = 1,
        });
    }
}
