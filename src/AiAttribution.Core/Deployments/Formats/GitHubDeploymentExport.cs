using AiAttribution.Core.Text;

namespace AiAttribution.Core.Deployments.Formats;

/// <summary>An object of <c>GET /repos/{owner}/{repo}/deployments</c>. It knows the commit and not how it ended; the statuses tell that.</summary>
internal sealed class GitHubDeploymentExport : IDeploymentFormat
{
    public bool Knows(JsonValue item) => item.Has("sha", "environment", "statuses_url");

    public void Read(JsonValue item, DeploymentDraft draft)
    {
        string address = item.Text("url") ?? item.Text("statuses_url")?.Replace("/statuses", "", StringComparison.Ordinal) ?? "";
        string environment = item.Text("environment") ?? "";
        draft.Add(item, new DeploymentRecord
        {
            Source = GitHubStates.Source,
            SourceId = item.Text("id") ?? address,
            Environment = environment,
            Tier = GitHubStates.Tier(item, environment),
            Commit = draft.Commit(item, "sha"),
            Artifact = GitHubStates.Key(address),
            Status = DeploymentStatus.Built,
            StartedAt = draft.Time(item, "created_at"),
            Trust = 1,
        });
    }
}
