using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace AiAttribution.Core.Text;

/// <summary>The text of an XML file on its way to the parser, which takes the square of a tag's length: one that is too long ends it.</summary>
/// <param name="xml">The file's bytes.</param>
internal sealed partial class BoundedMarkup(Stream xml) : TextReader
{
    /// <summary>Most characters between <c>&lt;</c> and <c>&gt;</c>.</summary>
    public const int MostInTag = 1 << 20;

    private readonly StreamReader _text = Open(xml);
    private bool _inTag;
    private int _length;

    public override int Read(char[] buffer, int index, int count)
    {
        int read = _text.Read(buffer, index, count);
        Follow(buffer.AsSpan(index, read));
        return read;
    }

    public override int Read()
    {
        int read = _text.Read();
        if (read >= 0)
            Follow([(char)read]);
        return read;
    }

    public override int Peek() => _text.Peek();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _text.Dispose();
        base.Dispose(disposing);
    }

    private void Follow(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            int end = text.IndexOf(_inTag ? '>' : '<');
            _length = !_inTag ? 0 : _length + (end < 0 ? text.Length : end);
            if (_length > MostInTag)
                throw new XmlException($"More than {MostInTag >> 20} MiB stand between '<' and '>'.");
            if (end < 0)
                return;
            _inTag = !_inTag;
            _length = 0;
            text = text[(end + 1)..];
        }
    }

    /// <summary>The encoding is that of the byte order mark or of the zeros in the first character, else the one that the declaration names.</summary>
    private static StreamReader Open(Stream xml)
    {
        byte[] head = new byte[128];
        int length = xml.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        xml.Seek(0, SeekOrigin.Begin);
        return new StreamReader(xml, Encoding(head.AsSpan(0, length)), detectEncodingFromByteOrderMarks: true);
    }

    private static Encoding Encoding(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("<\0"u8))
            return System.Text.Encoding.Unicode;
        if (head.StartsWith("\0<"u8))
            return System.Text.Encoding.BigEndianUnicode;
        Match declared = Declared().Match(System.Text.Encoding.Latin1.GetString(head));
        return declared.Success && Array.Find(System.Text.Encoding.GetEncodings(), e => e.Name.Equals(declared.Groups[1].Value, StringComparison.OrdinalIgnoreCase)) is { } known
            ? known.GetEncoding()
            : System.Text.Encoding.UTF8;
    }

    [GeneratedRegex("^\\s*<\\?xml[^>]*\\sencoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Declared();
}
