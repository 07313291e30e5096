using AiAttribution.Core.Text;

namespace AiAttribution.Core.Deployments.Formats;

/// <summary>
/// An Argo CD application: <c>status.history</c> lists what was synced, successes only. A revision is a commit of the repository that holds the manifests. Where that is
/// another repository, only the image's digest leads to the source; the application tells it for what runs now.
/// </summary>
internal sealed class ArgoApplication : IDeploymentFormat
{
    private const string Source = "argocd";

    public bool Knows(JsonValue item) => item.Text("kind") == "Application" && item.At("status", "history") is not null;

    public void Read(JsonValue item, DeploymentDraft draft)
    {
        IReadOnlyList<JsonValue> history = item.At("status", "history")!.Items;
        string[] images = [.. item.At("status", "summary", "images")?.Items.Select(i => ArtifactKey.Of(i.Text)).Where(k => k.StartsWith("sha256:", StringComparison.Ordinal)) ?? []];
        for (int i = 0; i < history.Count; i++)
            Read(item, history[i], i == history.Count - 1 && images.Length == 1 ? images[0] : null, draft);
    }

    private static void Read(JsonValue item, JsonValue entry, string? image, DeploymentDraft draft)
    {
        string name = item.Text("metadata", "name") ?? "";
        string id = $"{item.Text("metadata", "namespace")}/{name}/{entry.Text("id")}";
        string environment = item.Text("spec", "destination", "namespace") ?? name;
        string? revision = entry.Text("revision") ?? entry.At("revisions")?.Items.FirstOrDefault()?.Text;
        string? commit = CommitId.Read(revision ?? "");
        if (commit is null && image is null)
        {
            draft.Skip(Source, id, "its revision is the version of a chart, and no image digest is told");
            return;
        }

        draft.Add(item, new DeploymentRecord
        {
            Source = Source,
            SourceId = id,
            Service = name,
            Environment = environment,
            Tier = EnvironmentTiers.Of(environment) is var tier and not DeploymentTier.Other ? tier : EnvironmentTiers.Of(name),
            Commit = image is null ? commit : null,
            Artifact = image,
            Version = commit is null ? revision : null,
            StartedAt = draft.Time(entry, "deployStartedAt"),
            FinishedAt = draft.Time(entry, "deployedAt"),
            Trust = 1,
        });
    }
}
