using AiAttribution.Core.Policy.Json;

namespace AiAttribution.Core.Policy.Sections;

/// <summary><c>attribution</c>: how lines get their origin, and from when on they are judged.</summary>
internal static class AttributionSection
{
    private static readonly Dictionary<string, AttributionMode> Modes = new() { ["git"] = AttributionMode.Git };

    public static PolicyObject Shape { get; } = new(
        "attribution",
        new PolicyKey("mode", ReadMode),
        new PolicyKey("since", (value, draft) => draft.Policy = draft.Policy with { Since = draft.Text(value, "attribution.since") }));

    private static void ReadMode(JsonValue value, PolicyDraft draft)
    {
        if (value.Text == "meaning")
            draft.Report(value.Position, "attribution.mode 'meaning' is not part of this version; 'git' attributes lines as git blame does.");
        else
            draft.Policy = draft.Policy with { Mode = draft.Choice(value, "attribution.mode", Modes) ?? draft.Policy.Mode };
    }
}
