using AiAttribution.Core.Text;

namespace AiAttribution.Core.Deployments.Formats;

/// <summary>
/// A CDEvent, bare or in a structured CloudEvent. Types are known by their beginning: versions 0.3 to 0.5 differ in suffixes only. A service event has no commit: its artifact's
/// <c>packaged</c> event has, or <c>customData</c>.
/// </summary>
internal sealed class CdEvent : IDeploymentFormat
{
    private const string Source = "cdevents";
    private const string Prefix = "dev.cdevents.";

    public bool Knows(JsonValue item) => Event(item).Text("context", "type")?.StartsWith(Prefix, StringComparison.Ordinal) == true;

    public void Read(JsonValue item, DeploymentDraft draft)
    {
        JsonValue data = Event(item);
        string[] type = data.Text("context", "type")![Prefix.Length..].Split('.');
        if (type.Length >= 2 && Status(type[0], type[1]) is { } status)
            Read(data, status, draft);
    }

    private static JsonValue Event(JsonValue item) => item.At("data") is { } data && item.Has("specversion") ? data : item;

    private static DeploymentStatus? Status(string subject, string what) => (subject, what) switch
    {
        ("service", "deployed" or "upgraded") => DeploymentStatus.Success,
        ("service", "rolledback") => DeploymentStatus.RolledBack,
        ("service", "removed") => DeploymentStatus.Removed,
        ("artifact", "packaged") => DeploymentStatus.Built,
        _ => null,
    };

    private static void Read(JsonValue data, DeploymentStatus status, DeploymentDraft draft)
    {
        bool isBuilt = status == DeploymentStatus.Built;
        string environment = data.Text("subject", "content", "environment", "id") ?? "";
        string? artifact = isBuilt ? data.Text("subject", "id") : data.Text("subject", "content", "artifactId");
        string? change = data.Text("subject", "content", "change", "id");
        draft.Add(data, new DeploymentRecord
        {
            Source = Source,
            SourceId = $"{data.Text("context", "source")}#{data.Text("context", "id")}",
            Service = isBuilt ? "" : data.Text("subject", "id") ?? "",
            Environment = environment,
            Tier = EnvironmentTiers.Of(environment),
            Commit = CommitId.Read(change ?? "") ?? Custom(data, draft),
            Artifact = artifact is null ? null : ArtifactKey.Of(artifact),
            Status = status,
            FinishedAt = draft.Time(data, "context", "timestamp"),
            Trust = 1,
        });
    }

    private static string? Custom(JsonValue data, DeploymentDraft draft)
    {
        foreach (string key in new[] { "commit", "sha", "revision", "gitCommit" })
        {
            if (draft.Commit(data, "customData", key) is { } commit)
                return commit;
        }

        return null;
    }
}
