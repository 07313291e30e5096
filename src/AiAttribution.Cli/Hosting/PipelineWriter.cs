using System.Text;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Hosting;

/// <summary>The one way of the tool's text to a system that obeys what it reads: line by line, each without orders. Our own go to <see cref="Plain"/>.</summary>
/// <param name="plain">Where the lines go.</param>
internal sealed class PipelineWriter(TextWriter plain) : TextWriter
{
    private readonly StringBuilder _line = new();

    /// <summary>What stands behind.</summary>
    public TextWriter Plain => plain;

    public override Encoding Encoding => plain.Encoding;

    public override void Write(char value)
    {
        if (value != '\n')
            _line.Append(value);
        else
            EndLine("\n");
    }

    public override void Write(ReadOnlySpan<char> buffer)
    {
        for (int end = buffer.IndexOf('\n'); end >= 0; end = buffer.IndexOf('\n'))
        {
            _line.Append(buffer[..end]);
            EndLine("\n");
            buffer = buffer[(end + 1)..];
        }

        _line.Append(buffer);
    }

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Flush()
    {
        if (_line.Length > 0)
            EndLine("");
        plain.Flush();
    }

    private void EndLine(string end)
    {
        string line = _line.ToString();
        _line.Clear();
        plain.Write(PipelineText.Broken(line.EndsWith('\r') ? line[..^1] : line) + end);
    }
}
