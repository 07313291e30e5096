using AiAttribution.Core.Text;

namespace AiAttribution.Core.Deployments.Formats;

/// <summary>SLSA provenance 1 or 0.2 in an in-toto statement: which commit the subjects were built from.</summary>
internal sealed class SlsaProvenance : IDeploymentFormat
{
    private const string Source = "slsa";

    public bool Knows(JsonValue item) => item.Text("predicateType")?.StartsWith("https://slsa.dev/provenance/", StringComparison.Ordinal) == true;

    public void Read(JsonValue item, DeploymentDraft draft)
    {
        string id = item.Text("predicate", "runDetails", "metadata", "invocationId") ?? item.Text("predicate", "metadata", "buildInvocationID") ?? "";
        string[] commits = [.. Materials(item).Select(Commit).OfType<string>().Distinct()];
        if (commits.Length != 1)
        {
            draft.Skip(Source, id, commits.Length == 0 ? "its materials name no git commit" : "its materials name several git commits, and none is marked as the source");
            return;
        }

        foreach (JsonValue subject in item.At("subject")?.Items ?? [])
            Add(item, subject, id, commits[0], draft);
    }

    private static void Add(JsonValue item, JsonValue subject, string id, string commit, DeploymentDraft draft)
    {
        if (subject.Text("digest", "sha256") is not { } digest)
            return;
        draft.Add(subject, new DeploymentRecord
        {
            Source = Source,
            SourceId = $"{id}#{digest}",
            Service = subject.Text("name") ?? "",
            Commit = commit,
            Artifact = ArtifactKey.Of("sha256:" + digest),
            Status = DeploymentStatus.Built,
            StartedAt = draft.Time(item, "predicate", "runDetails", "metadata", "startedOn"),
            FinishedAt = draft.Time(item, "predicate", "runDetails", "metadata", "finishedOn") ?? draft.Time(item, "predicate", "metadata", "buildFinishedOn"),
            Trust = 1,
        });
    }

    /// <summary>Materials; only those from the workflow's own repository when the build tells which that is.</summary>
    private static IEnumerable<JsonValue> Materials(JsonValue item)
    {
        IReadOnlyList<JsonValue> all = (item.At("predicate", "buildDefinition", "resolvedDependencies") ?? item.At("predicate", "materials"))?.Items ?? [];
        string? repository = item.Text("predicate", "buildDefinition", "externalParameters", "workflow", "repository");
        JsonValue[] own = repository is null ? [] : [.. all.Where(m => m.Text("uri")?.StartsWith("git+" + repository + "@", StringComparison.Ordinal) == true)];
        return own.Length > 0 ? own : all;
    }

    private static string? Commit(JsonValue material) =>
        CommitId.Read(material.Text("digest", "gitCommit") ?? (material.Text("uri")?.StartsWith("git+", StringComparison.Ordinal) == true ? material.Text("digest", "sha1") : null) ?? "");
}
