using AiAttribution.Core.Policy.Json;

namespace AiAttribution.Core.Policy.Sections;

/// <summary><c>deployment</c>: which tags are deployments, and how long a change may wait for one.</summary>
internal static class DeploymentSection
{
    public static PolicyObject Shape { get; } = new(
        "deployment",
        new PolicyKey("tags", ReadTags, IsList: true),
        new PolicyKey("graceDays", (value, draft) => draft.Policy = draft.Policy with { GraceDays = draft.Integer(value, "deployment.graceDays", 0, 3650) ?? draft.Policy.GraceDays }));

    private static void ReadTags(JsonValue value, PolicyDraft draft)
    {
        if (draft.Texts(value, "deployment.tags") is { } patterns)
            draft.Policy = draft.Policy with { DeploymentTags = [.. patterns.Select(p => Glob.ForNames(p.Text))] };
    }
}
