using AiAttribution.Core.Text;

namespace AiAttribution.Core.Deployments.Formats;

/// <summary>An object of <c>GET /projects/:id/deployments</c>. <c>deployable</c> is null when the API made it; only a job knows when it finished.</summary>
internal sealed class GitLabDeployment : IDeploymentFormat
{
    private const string Source = "gitlab";

    public bool Knows(JsonValue item) => item.Has("iid", "sha", "status") && item.At("environment").IsObject();

    public void Read(JsonValue item, DeploymentDraft draft)
    {
        DeploymentStatus? status = item.Text("status") switch
        {
            "success" => DeploymentStatus.Success,
            "failed" => DeploymentStatus.Failure,
            _ => null,
        };
        if (status is null)
            return;
        string environment = item.Text("environment", "name") ?? "";
        draft.Add(item, new DeploymentRecord
        {
            Source = Source,
            SourceId = item.Text("id") ?? "",
            Environment = environment,
            Tier = item.Text("environment", "tier") is { } tier && DeploymentWords.Tier(tier) is { } stated ? stated : EnvironmentTiers.Of(environment),
            Commit = draft.Commit(item, "sha"),
            Status = status.Value,
            StartedAt = draft.Time(item, "created_at"),
            FinishedAt = draft.Time(item, "deployable", "finished_at") ?? draft.Time(item, "updated_at"),
            Url = item.Text("deployable", "pipeline", "web_url"),
            Trust = 1,
        });
    }
}
