namespace AiAttribution.Core.Policy.Reading;

/// <summary><c>heavy</c>: when a member counts as AI-heavy.</summary>
internal static class HeavySection
{
    public static PolicyObject Shape { get; } = new(
        "heavy",
        new PolicyKey("share", (value, draft) => draft.Policy = draft.Policy with { Share = draft.Share(value, "heavy.share") ?? draft.Policy.Share }),
        new PolicyKey("lines", (value, draft) => draft.Policy = draft.Policy with { MinimumLines = draft.Integer(value, "heavy.lines", 1, 100_000) ?? draft.Policy.MinimumLines }));
}
