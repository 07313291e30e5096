using System.Text;
using System.Xml;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Tests.Text;

public class ReportXmlTests
{
    private const int Megabyte = 1 << 20;

    [Fact]
    public void Tag_without_end_is_given_up_after_a_megabyte()
    {
        var xml = new CountingStream("<TestRun xmlns='a'><Resul", "\n", 64 * Megabyte);

        using XmlReader reader = ReportXml.Open(xml);
        XmlException problem = Assert.Throws<XmlException>(() => ReadAll(reader));

        Assert.Contains("between '<' and '>'", problem.Message, StringComparison.Ordinal);
        Assert.InRange(xml.Given, Megabyte, 2 * Megabyte);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Tag_without_end_is_given_up_in_wide_encodings(string encoding)
    {
        byte[] xml = Encoding.GetEncoding(encoding).GetBytes("<a" + new string('\u013E', 2 * Megabyte));

        using XmlReader reader = ReportXml.Open(new MemoryStream(xml));

        Assert.Contains("between '<' and '>'", Assert.Throws<XmlException>(() => ReadAll(reader)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<CoverageSession>", "")]
    [InlineData("<coverage>", "")]
    [InlineData("<results>", "<module name='a'>")]
    [InlineData("<TestRun>", "")]
    [InlineData("<testsuites>", "")]
    [InlineData("<testsuites>", "<testcase>")]
    public void Elements_too_deep_in_each_other_are_a_problem_with_its_place(string root, string inside)
    {
        TestInput file = TestInput.Read(Encoding.UTF8.GetBytes(root + inside + string.Concat(Enumerable.Repeat("<a>", 1000))), DateTimeOffset.UnixEpoch);

        Assert.Contains("more than 64 deep", file.Problem!.Message, StringComparison.Ordinal);
        Assert.InRange(file.Problem.Column, 64 * 3, 70 * 3 + 50);
    }

    [Fact]
    public void Text_of_any_length_may_stand_between_tags()
    {
        TestInput file = TestInput.Read(Encoding.UTF8.GetBytes($"<testsuites><testcase><system-out>{new string('x', 3 * Megabyte)}</system-out></testcase></testsuites>"), DateTimeOffset.UnixEpoch);

        Assert.NotNull(file.Run);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("iso-8859-1")]
    [InlineData("utf-16")]
    public void Declared_encoding_is_taken(string encoding)
    {
        string xml = $"<?xml version=\"1.0\" encoding=\"{encoding}\"?><coverage><class filename='Größe.cs'><line number='1' hits='1'/></class></coverage>";

        TestInput file = TestInput.Read(Encoding.GetEncoding(encoding).GetBytes(xml), DateTimeOffset.UnixEpoch);

        Assert.Equal("Größe.cs", Assert.Single(file.Report!.Files).Name);
    }

    private static void ReadAll(XmlReader reader)
    {
        while (reader.Next())
        {
        }
    }

    /// <summary>A text that is made while it is read, and how much of it was.</summary>
    private sealed class CountingStream(string start, string pattern, long length) : MemoryStream
    {
        private readonly byte[] _start = Encoding.ASCII.GetBytes(start);
        private long _at;

        public long Given { get; private set; }

        public override long Seek(long offset, SeekOrigin loc) => _at = offset;

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            int count = (int)Math.Min(buffer.Length, length - _at);
            for (int i = 0; i < count; i++, _at++)
                buffer[i] = _at < _start.Length ? _start[_at] : (byte)pattern[0];
            Given += count;
            return count;
        }
    }
}
