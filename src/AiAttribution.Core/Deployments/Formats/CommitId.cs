namespace AiAttribution.Core.Deployments.Formats;

/// <summary>Full ids of commits.</summary>
internal static class CommitId
{
    private const int Sha1Digits = 40;
    private const int Sha256Digits = 64;

    /// <summary>The id in lower case; null when the text is none. All zeros stand for no commit.</summary>
    public static string? Read(string text)
    {
        bool isId = text.Length is Sha1Digits or Sha256Digits && text.All(char.IsAsciiHexDigit) && text.AsSpan().IndexOfAnyExcept('0') >= 0;
        return isId ? text.ToLowerInvariant() : null;
    }
}
