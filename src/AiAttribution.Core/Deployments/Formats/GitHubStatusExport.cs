using AiAttribution.Core.Text;

namespace AiAttribution.Core.Deployments.Formats;

/// <summary>An object of <c>GET …/deployments/{id}/statuses</c>. It knows how a deployment ended and not its commit; the deployment tells that.</summary>
internal sealed class GitHubStatusExport : IDeploymentFormat
{
    public bool Knows(JsonValue item) => item.Has("state", "deployment_url");

    public void Read(JsonValue item, DeploymentDraft draft)
    {
        if (GitHubStates.Of(item.Text("state"), isTransient: false) is not { } outcome)
            return;
        string key = GitHubStates.Key(item.Text("deployment_url") ?? "");
        string environment = item.Text("environment") ?? "";
        draft.Add(item, new DeploymentRecord
        {
            Source = GitHubStates.Source,
            SourceId = $"{key[(key.LastIndexOf('/') + 1)..]}/{item.Text("id")}",
            Environment = environment,
            Tier = EnvironmentTiers.Of(environment),
            Artifact = key,
            Status = outcome,
            FinishedAt = draft.Time(item, "created_at"),
            Url = item.Text("target_url"),
            Trust = 1,
        });
    }
}
