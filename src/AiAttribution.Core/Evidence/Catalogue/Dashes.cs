namespace AiAttribution.Core.Evidence.Catalogue;

/// <summary>Dashes that word processors and models write for a hyphen.</summary>
internal static class Dashes
{
    private const string All = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212";

    /// <summary>Whether a character is one, or the hyphen itself.</summary>
    public static bool Is(char character) => All.Contains(character, StringComparison.Ordinal);

    /// <summary>A text with hyphens for all of them.</summary>
    public static string Plain(string text) => text.AsSpan().IndexOfAnyExceptInRange('\0', '\u200F') < 0 ? text : string.Create(text.Length, text, static (plain, written) =>
    {
        for (int i = 0; i < written.Length; i++)
            plain[i] = Is(written[i]) ? '-' : written[i];
    });
}
