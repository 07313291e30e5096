using AiAttribution.Core.Text;

namespace AiAttribution.Core.Deployments.Formats;

/// <summary>A GitHub release: REST object, webhook <c>release</c>, or <c>gh release view --json</c>. Its tag names the commit; <c>target_commitish</c> may be a branch that has moved on.</summary>
internal sealed class GitHubRelease : IDeploymentFormat
{
    public const string Source = "github-release";

    public bool Knows(JsonValue item) => Release(item).Has("tag_name", "draft") || Release(item).Has("tagName", "publishedAt");

    public void Read(JsonValue item, DeploymentDraft draft)
    {
        JsonValue release = Release(item);
        string? tag = release.Text("tag_name") ?? release.Text("tagName");
        string id = release.Text("id") ?? tag ?? "";
        if (tag is null || release.IsTrue("draft") || release.IsTrue("isDraft"))
        {
            draft.Skip(Source, id, "it is a draft, which nobody can install");
            return;
        }

        bool isPreview = release.IsTrue("prerelease") || release.IsTrue("isPrerelease");
        draft.Add(item, new DeploymentRecord
        {
            Source = Source,
            SourceId = id,
            Environment = isPreview ? Publications.Preview : Publications.Release,
            Tier = isPreview ? DeploymentTier.Staging : DeploymentTier.Production,
            Ref = "refs/tags/" + tag,
            Version = tag,
            Status = item.Text("action") is "deleted" or "unpublished" ? DeploymentStatus.Removed : DeploymentStatus.Success,
            FinishedAt = draft.Time(release, "published_at") ?? draft.Time(release, "publishedAt"),
            Url = release.Text("html_url") ?? release.Text("url"),
            Trust = 1,
        });
    }

    private static JsonValue Release(JsonValue item) => item.At("release") is { } release ? release : item;
}
