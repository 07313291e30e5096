using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy.Reading;

/// <summary><c>sessions</c>: where session records are in git, besides notes.</summary>
internal static class SessionsSection
{
    public static PolicyObject Shape { get; } = new(
        "sessions",
        new PolicyKey("records", (value, draft) => Patterns(value, draft, "records", (p, globs) => p with { SessionFiles = globs }), IsList: true),
        new PolicyKey("telemetry", (value, draft) => Patterns(value, draft, "telemetry", (p, globs) => p with { TelemetryFiles = globs }), IsList: true));

    private static void Patterns(JsonValue value, PolicyDraft draft, string key, Func<AttributionPolicy, IReadOnlyList<Glob>, AttributionPolicy> change)
    {
        if (draft.Texts(value, "sessions." + key) is { } patterns)
            draft.Policy = change(draft.Policy, [.. patterns.Select(p => Glob.ForPaths(p.Text))]);
    }
}
