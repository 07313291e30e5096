using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy.Reading;

/// <summary><c>deployment</c>: what is a deployment, where code is live, and how long a change may wait for one.</summary>
internal static class DeploymentSection
{
    public static PolicyObject Shape { get; } = new(
        "deployment",
        new PolicyKey("tags", (value, draft) => Patterns(value, draft, "tags", Glob.ForNames, (p, globs) => p with { DeploymentTags = globs }), IsList: true),
        new PolicyKey("branches", (value, draft) => Patterns(value, draft, "branches", Glob.ForNames, (p, globs) => p with { DeploymentBranches = globs }), IsList: true),
        new PolicyKey("environments", (value, draft) => Patterns(value, draft, "environments", Glob.ForNames, (p, globs) => p with { DeploymentEnvironments = globs }), IsList: true),
        new PolicyKey("files", (value, draft) => Patterns(value, draft, "files", Glob.ForPaths, (p, globs) => p with { DeploymentFiles = globs }), IsList: true),
        new PolicyKey("services", ServiceEntry.ReadAll, ServiceEntry.Shape, IsList: true),
        new PolicyKey("graceDays", (value, draft) => draft.Policy = draft.Policy with { GraceDays = draft.Integer(value, "deployment.graceDays", 0, 3650) ?? draft.Policy.GraceDays }));

    private static void Patterns(JsonValue value, PolicyDraft draft, string key, Func<string, Glob> make, Func<AttributionPolicy, IReadOnlyList<Glob>, AttributionPolicy> change)
    {
        if (draft.Texts(value, "deployment." + key) is { } patterns)
            draft.Policy = change(draft.Policy, [.. patterns.Select(p => make(p.Text))]);
    }
}
