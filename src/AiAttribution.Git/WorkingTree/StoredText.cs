using System.Text;
using AiAttribution.Core.Text;

namespace AiAttribution.Git.WorkingTree;

/// <summary>The text that git would store for a file on disk, by git's own conversions: <c>working-tree-encoding</c> and <c>ident</c>. Filters are commands, and no command of a repository is run.</summary>
/// <param name="attributes">Attributes of the files.</param>
internal sealed class StoredText(GitAttributes attributes)
{
    private static readonly byte[] Bom = [0xEF, 0xBB, 0xBF];

    private static ReadOnlySpan<byte> Keyword => "$Id"u8;

    /// <summary>Bytes as they would be stored, but for line ends.</summary>
    public byte[] Of(string path, byte[] text)
    {
        if (attributes.Find(path, "working-tree-encoding") is { } name and not (AttributeFile.Set or AttributeFile.Unset) && Decoded(name, text) is { } decoded)
            text = decoded;
        return HasIdent(path) ? WithoutId(text) : text;
    }

    /// <summary>Stored bytes as they are compared: what an id was expanded to does not count.</summary>
    public byte[] Plain(string path, byte[] stored) => HasIdent(path) ? WithoutId(stored) : stored;

    /// <summary>LF for CRLF, and no byte order mark: what a checkout or an editor may change without changing the text.</summary>
    public static byte[] Normal(ReadOnlySpan<byte> text)
    {
        if (text.StartsWith(Bom))
            text = text[Bom.Length..];
        if (!text.Contains((byte)'\r'))
            return text.ToArray();
        var result = new byte[text.Length];
        int length = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '\r' || i + 1 == text.Length || text[i + 1] != '\n')
                result[length++] = text[i];
        }

        return result[..length];
    }

    /// <summary>Name of the filter that a file goes through; null without one.</summary>
    public string? Filter(string path) => attributes.Find(path, "filter") is { } name and not (AttributeFile.Set or AttributeFile.Unset) ? name : null;

    private bool HasIdent(string path) => attributes.Find(path, "ident") == AttributeFile.Set;

    private static byte[]? Decoded(string name, byte[] text)
    {
        try
        {
            (Encoding encoding, int mark) = EncodingOf(name, text);
            return Encoding.UTF8.GetBytes(encoding.GetString(text, mark, text.Length - mark));
        }
        catch (Exception problem) when (problem is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>The encoding of a name, and the bytes of its mark at the start. <c>-BOM</c> is git's own ending, and without <c>LE</c> or <c>BE</c> the mark decides.</summary>
    private static (Encoding Encoding, int Mark) EncodingOf(string name, byte[] text)
    {
        string plain = name.EndsWith("-BOM", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name;
        Encoding encoding = plain.ToUpperInvariant() switch
        {
            "UTF-16" or "UTF16" => text is [0xFF, 0xFE, ..] ? Encoding.Unicode : Encoding.BigEndianUnicode,
            "UTF-16LE" or "UTF16LE" => Encoding.Unicode,
            "UTF-16BE" or "UTF16BE" => Encoding.BigEndianUnicode,
            "UTF-32" or "UTF32" => new UTF32Encoding(bigEndian: text is not [0xFF, 0xFE, 0, 0, ..], byteOrderMark: true),
            "UTF-32LE" => new UTF32Encoding(bigEndian: false, byteOrderMark: true),
            "UTF-32BE" => new UTF32Encoding(bigEndian: true, byteOrderMark: true),
            _ => CodePagesEncodingProvider.Instance.GetEncoding(plain.Replace("SHIFT-JIS", "shift_jis", StringComparison.OrdinalIgnoreCase)) ?? Encoding.GetEncoding(plain),
        };
        byte[] mark = encoding.GetPreamble();
        return (encoding, mark.Length > 0 && text.AsSpan().StartsWith(mark) ? mark.Length : 0);
    }

    /// <summary><c>$Id$</c> for every <c>$Id: … $</c> within a line, as git stores it.</summary>
    private static byte[] WithoutId(byte[] text)
    {
        if (text.AsSpan().IndexOf(Keyword) < 0)
            return text;
        using var plain = new MemoryStream(text.Length);
        ReadOnlySpan<byte> rest = text;
        for (int at = rest.IndexOf(Keyword); at >= 0; at = rest.IndexOf(Keyword))
        {
            plain.Write(rest[..(at + Keyword.Length)]);
            rest = rest[(at + Keyword.Length)..];
            int end = rest.StartsWith(":"u8) ? rest.IndexOfAny((byte)'$', (byte)'\n') : -1;
            if (end > 0 && rest[end] == '$')
                rest = rest[end..];
        }

        plain.Write(rest);
        return plain.ToArray();
    }
}
