using System.Globalization;
using System.Text;

namespace AiAttribution.Core.Text;

/// <summary>Text from a repository on its way to a terminal, a log or a page.</summary>
internal static class Printable
{
    /// <summary>The text with characters that steer a terminal, break a line or turn the direction of reading written as <c>\u001B</c>.</summary>
    public static string Of(string text)
    {
        if (!text.Any(IsUnsafe))
            return text;
        var safe = new StringBuilder();
        foreach (char c in text)
            safe.Append(IsUnsafe(c) ? $"\\u{(int)c:X4}" : c);
        return safe.ToString();
    }

    private static bool IsUnsafe(char c) => c is < ' ' or '\u007F' || (c > '\u007F' && CharUnicodeInfo.GetUnicodeCategory(c) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
