using System.Globalization;
using System.Text;
using AiAttribution.Cli.Hosting;

namespace AiAttribution.Cli.Lsp;

/// <summary>Messages of a client, each behind a header that tells its length. Behind a header that tells none nobody knows where the next begins, so that is the end.</summary>
internal sealed class MessageStream(Stream input)
{
    private const int MostBytes = 64 << 20;
    private const int MostLine = 1024;
    private const int MostLines = 32;
    private const string Length = "Content-Length:";

    private readonly BufferedStream _input = new(input, 1 << 16);

    /// <summary>The next message; null at the end of the input, also where that is in the middle of one.</summary>
    /// <exception cref="ToolException">The header cannot be read, or tells more than is taken.</exception>
    public byte[]? Read()
    {
        int length = -1;
        for (int lines = 0; lines < MostLines; lines++)
        {
            if (Line() is not { } line)
                return null;
            if (line.StartsWith(Length, StringComparison.OrdinalIgnoreCase))
                length = Bytes(line[Length.Length..].Trim());
            else if (line.Length == 0 && length >= 0)
                return Body(length);
            else if (line.Length == 0)
                break;
        }

        throw new ToolException($"the client sent a message without '{Length}' in its header, so where the next one begins is not known; it does not speak the language server protocol.");
    }

    private static int Bytes(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int length) && length <= MostBytes
        ? length
        : throw new ToolException($"the client sent a message whose '{Length}' is no number up to {MostBytes}; no source file is that large.");

    private byte[]? Body(int length)
    {
        byte[] body = new byte[length];
        return _input.ReadAtLeast(body, length, throwOnEndOfStream: false) == length ? body : null;
    }

    /// <summary>A line of the header without its end; null at the end of the input.</summary>
    private string? Line()
    {
        var line = new StringBuilder();
        for (int next = _input.ReadByte(); next >= 0; next = _input.ReadByte())
        {
            if (next == '\n')
                return line.ToString().TrimEnd('\r');
            if (line.Length == MostLine)
                throw new ToolException($"the client sent a header of more than {MostLine} characters in a line; it does not speak the language server protocol.");
            line.Append((char)next);
        }

        return null;
    }
}
