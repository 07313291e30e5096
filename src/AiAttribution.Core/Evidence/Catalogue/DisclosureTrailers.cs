namespace AiAttribution.Core.Evidence.Catalogue;

/// <summary>A trailer by which people disclose AI.</summary>
/// <param name="Key">Key of the trailer.</param>
/// <param name="Agent">The agent that the key itself names; null when the value names it.</param>
/// <param name="Words">First words of a value that affirm AI without naming an agent or model.</param>
/// <param name="Generic">The key is used for people too: a bare name that could be a person's is weak.</param>
internal sealed record DisclosureTrailer(string Key, string? Agent, IReadOnlyList<string> Words, bool Generic);

/// <summary>The disclosure trailers, and the words that deny AI in them.</summary>
internal static class DisclosureTrailers
{
    private static readonly string[] Negations =
    [
        "no", "none", "not", "never", "nothing", "neither", "nope", "nil", "null", "zero", "non", "non-ai", "no-ai", "off", "disabled",
        "human", "humans", "manual", "manually", "hand-written", "handwritten", "without", "false", "n/a", "na", "0", "0%",
    ];

    private static readonly string[] Yes = ["yes", "true", "fully", "mostly", "partially", "partly", "partial", "heavily", "some", "mixed", "ai", "ai-generated", "ai-assisted", "generated", "assisted", "100%"];

    public static IReadOnlyList<DisclosureTrailer> All { get; } = [.. CatalogueFile.Of("disclosure").Select(Trailer)];

    /// <summary>Whether a value says that no AI took part, or nothing.</summary>
    public static bool Denies(string value) => FirstWord(value) is var first && (first.Length == 0 || Negations.Contains(first, StringComparer.OrdinalIgnoreCase));

    /// <summary>The first word of a value.</summary>
    public static string FirstWord(string value)
    {
        int end = value.AsSpan().IndexOfAny(" ,;:.");
        return (end < 0 ? value : value[..end]).Trim();
    }

    private static DisclosureTrailer Trailer(CatalogueRow row) => new(
        row.Pattern,
        row.Agent.Length > 0 ? row.Agent : null,
        row.Trait switch
        {
            "" or "people" => [],
            "yes" => Yes,
            _ => row.Trait.Split(','),
        },
        row.Trait == "people");
}
