using AiAttribution.Core.Text;

namespace AiAttribution.Core.Deployments.Formats;

/// <summary>Labels of a container image (<c>docker inspect</c>, or an image configuration): OCI's <c>image.revision</c>, and label-schema's <c>vcs-ref</c> before it.</summary>
internal sealed class ContainerLabels : IDeploymentFormat
{
    private const string Source = "oci";
    private const string Oci = "org.opencontainers.image.";
    private const string Legacy = "org.label-schema.";

    public bool Knows(JsonValue item) => Revision(Labels(item)) is not null;

    public void Read(JsonValue item, DeploymentDraft draft)
    {
        JsonValue labels = Labels(item);
        string revision = Revision(labels)!;
        if (CommitId.Read(revision) is not { } commit)
        {
            draft.Skip(Source, revision, "its revision label is no full commit id; a suffix such as -dirty says that the image holds text that is in no commit");
            return;
        }

        IEnumerable<string?> images = item.At("RepoDigests")?.Items.Select(i => i.Text) ?? [];
        foreach (string? image in images.Order(StringComparer.Ordinal).DefaultIfEmpty(null))
        {
            draft.Add(item, new DeploymentRecord
            {
                Source = Source,
                SourceId = image ?? item.Text("Id") ?? revision,
                Commit = commit,
                Artifact = image is null ? null : ArtifactKey.Of(image),
                Version = labels.Text(Oci + "version") ?? labels.Text(Legacy + "version"),
                Status = DeploymentStatus.Built,
                FinishedAt = draft.Time(labels, Oci + "created") ?? draft.Time(labels, Legacy + "build-date"),
                Trust = 1,
            });
        }
    }

    private static JsonValue Labels(JsonValue item) =>
        item.At("Config", "Labels") ?? item.At("config", "Labels") ?? item.At("Labels") ?? item;

    private static string? Revision(JsonValue labels) => labels.Text(Oci + "revision") ?? labels.Text(Legacy + "vcs-ref");
}
