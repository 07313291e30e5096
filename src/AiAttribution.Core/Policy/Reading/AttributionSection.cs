namespace AiAttribution.Core.Policy.Reading;

/// <summary><c>attribution</c>: how lines get their origin, and from when on they are judged.</summary>
internal static class AttributionSection
{
    private static readonly Dictionary<string, AttributionMode> Modes = new() { ["git"] = AttributionMode.Git, ["meaning"] = AttributionMode.Meaning };

    public static PolicyObject Shape { get; } = new(
        "attribution",
        new PolicyKey("mode", (value, draft) => draft.Policy = draft.Policy with { Mode = draft.Choice(value, "attribution.mode", Modes) ?? draft.Policy.Mode }),
        new PolicyKey("since", (value, draft) => draft.Policy = draft.Policy with { Since = draft.Text(value, "attribution.since") }));
}
