using System.Text;
using AiAttribution.Core.Tests.Coverage;

namespace AiAttribution.Core.Tests;

/// <summary>One text as different checkouts store it: with LF or CRLF, with or without byte order mark. Lines have the same numbers in all.</summary>
internal static class TextVariants
{
    /// <summary>Whether the checksum is that of the text, in any variant.</summary>
    public static bool Matches(SourceChecksum checksum, byte[] text) =>
        checksum.Matches(text) || Others(text).Any(variant => checksum.Matches(variant));

    /// <summary>The text with LF only and without byte order mark.</summary>
    public static byte[] Plain(byte[] text)
    {
        ReadOnlySpan<byte> from = WithoutMark(text);
        if (!from.Contains((byte)'\r'))
            return from.Length == text.Length ? text : from.ToArray();
        var plain = new List<byte>(from.Length);
        for (int i = 0; i < from.Length; i++)
        {
            if (from[i] != '\r' || i + 1 == from.Length || from[i + 1] != '\n')
                plain.Add(from[i]);
        }

        return [.. plain];
    }

    private static IEnumerable<byte[]> Others(byte[] text)
    {
        byte[] plain = Plain(text);
        byte[] windows = WithCarriageReturns(plain);
        byte[] mark = Encoding.UTF8.GetPreamble();
        return [plain, windows, [.. mark, .. plain], [.. mark, .. windows]];
    }

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> text) => text.StartsWith(Encoding.UTF8.Preamble) ? text[Encoding.UTF8.Preamble.Length..] : text;

    private static byte[] WithCarriageReturns(byte[] plain)
    {
        var windows = new List<byte>(plain.Length + (plain.Length / 20));
        foreach (byte b in plain)
        {
            if (b == '\n')
                windows.Add((byte)'\r');
            windows.Add(b);
        }

        return [.. windows];
    }
}
