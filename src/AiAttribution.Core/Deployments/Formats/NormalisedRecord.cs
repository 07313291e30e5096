using AiAttribution.Core.Text;

namespace AiAttribution.Core.Deployments.Formats;

/// <summary>A line of <c>deployments.jsonl</c>. Its schema is <c>nuget/ai-attribution-deployments.schema.json</c>.</summary>
internal sealed class NormalisedRecord : IDeploymentFormat
{
    private static readonly HashSet<string> Keys = new(StringComparer.Ordinal)
    {
        "v", "source", "sourceId", "service", "env", "tier", "sha", "tree", "ref", "artifact", "version", "status", "startedAt", "finishedAt", "url", "trust",
    };

    public bool Knows(JsonValue item) => item.Has("v", "source");

    public void Read(JsonValue item, DeploymentDraft draft)
    {
        if (item.Text("v") != "1")
        {
            draft.Report(item.Position, "This record is of another version than 1; update AiAttribution, or write it with v 1.");
            return;
        }

        if (Status(item, draft) is not { } status || Required(item, draft, status) is not { } names)
            return;
        ReportUnknown(item, draft);
        draft.Add(item, new DeploymentRecord
        {
            Source = names.Source,
            SourceId = names.Id,
            Service = item.Text("service") ?? "",
            Environment = names.Environment,
            Tier = Tier(item, draft) ?? EnvironmentTiers.Of(names.Environment),
            Commit = draft.Commit(item, "sha"),
            Tree = draft.Commit(item, "tree"),
            Ref = item.Text("ref"),
            Artifact = item.Text("artifact") is { } artifact ? ArtifactKey.Of(artifact) : null,
            Version = item.Text("version"),
            Status = status,
            StartedAt = draft.Time(item, "startedAt"),
            FinishedAt = draft.Time(item, "finishedAt"),
            Url = item.Text("url"),
            Trust = item.Text("trust") is "1" or "2" or "3" ? item.Text("trust")![0] - '0' : 0,
        });
    }

    private static (string Source, string Id, string Environment)? Required(JsonValue item, DeploymentDraft draft, DeploymentStatus status)
    {
        string? environment = status == DeploymentStatus.Built ? item.Text("env") ?? "" : item.Text("env");
        if (item.Text("source") is { } source && item.Text("sourceId") is { } id && environment is not null)
            return (source, id, environment);
        draft.Report(item.Position, "A record needs source, sourceId and env.");
        return null;
    }

    private static DeploymentStatus? Status(JsonValue item, DeploymentDraft draft)
    {
        if (item.Text("status") is { } word && DeploymentWords.Status(word) is { } status)
            return status;
        draft.Report(item.At("status")?.Position ?? item.Position, $"status must be one of {string.Join(", ", DeploymentWords.AllStatuses)}.");
        return null;
    }

    private static DeploymentTier? Tier(JsonValue item, DeploymentDraft draft)
    {
        if (item.Text("tier") is not { } word)
            return null;
        if (DeploymentWords.Tier(word) is { } tier)
            return tier;
        draft.Report(item.At("tier")!.Position, $"tier must be one of {string.Join(", ", DeploymentWords.AllTiers)}.");
        return null;
    }

    private static void ReportUnknown(JsonValue item, DeploymentDraft draft)
    {
        foreach (JsonMember member in item.Members.Where(m => !Keys.Contains(m.Name)))
            draft.Report(member.Position, $"Unknown key '{member.Name}'. Known here: {string.Join(", ", Keys)}.");
    }
}
