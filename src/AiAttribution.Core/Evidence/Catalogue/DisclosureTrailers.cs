namespace AiAttribution.Core.Evidence.Catalogue;

/// <summary>A trailer by which people disclose AI.</summary>
/// <param name="Key">Key of the trailer.</param>
/// <param name="Agent">The agent that the key itself names; null when the value names it.</param>
/// <param name="Words">First words of a value that affirm AI without naming an agent or model.</param>
/// <param name="Generic">The key is used for people too: a bare name that could be a person's is weak.</param>
internal sealed record DisclosureTrailer(string Key, string? Agent = null, string[]? Words = null, bool Generic = false);

/// <summary>The disclosure trailers, and the words that deny AI in them.</summary>
internal static class DisclosureTrailers
{
    /// <summary>A value that starts with one of these says that no AI took part, or nothing.</summary>
    public static readonly string[] Negations = ["no", "none", "not", "never", "nothing", "human", "humans", "manual", "manually", "without", "false", "n/a", "na", "0", "0%"];

    private static readonly string[] Yes = ["yes", "true", "fully", "mostly", "partially", "partly", "partial", "heavily", "some", "mixed", "ai", "ai-generated", "ai-assisted", "generated", "assisted", "100%"];

    public static readonly DisclosureTrailer[] All =
    [
        new("Assisted-by", Generic: true),
        new("Generated-by", Generic: true),
        new("Made-with", Generic: true),
        new("AI"),
        new("Co-authored-by-AI", Words: Yes),
        new("AI-assisted", Words: Yes),
        new("AI-assisted-by", Words: Yes),
        new("AI-assistant", Words: Yes),
        new("AI-generated", Words: Yes),
        new("AI-generated-by", Words: Yes),
        new("AI-origin", Words: Yes),
        new("AI-tool"),
        new("AI-agent"),
        new("AI-model"),
        new("Assistant-model"),
        new("Agent-Signature"),
        new("Claude-Generated-By"),
        new("Replit-Commit-Author", Agent: "replit", Words: ["agent", "assistant"]),
    ];
}
