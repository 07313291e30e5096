using System.Text;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Evidence.Messages;
using AiAttribution.Core.Evidence.Notes;
using AiAttribution.Core.Lines.Diff;
using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Core.Snapshot;
using AiAttribution.Core.Tests.Fixtures;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Tests;

/// <summary>
/// Memory that readers of untrusted input allocate, at most: a constant and so many bytes for each byte (or line) of input, as their documentation states.
/// Seeded, and measured rather than timed.
/// </summary>
public class MemoryBoundTests
{
    private const int Constant = 256 << 10;
    private const int Size = 200_000;

    public static TheoryData<string> Patterns => new(
        "1", "a\n", "\n", " \n", "  s_1 1,2,3\n", "a\n  s_1 1\n", "AI: x\n", "Co-authored-by: Claude <noreply@anthropic.com>\n", "Copilot-Session: 11111111-2222-4333-8444-555555555555\n",
        "0123456789abcdef0123456789abcdef01234567 a:b\n", "{\"a\":[", "{}\n", "file path=a tests=none lines=1\n", "source grade=declared agent=a commit=c deployed=none\n", "---\n", "\uFFFD", "[[[[");

    [Theory]
    [MemberData(nameof(Patterns))]
    public void Note_of_lines(string pattern) => AssertBound(GitAiNote.AllocatedBytesPerByte, pattern, "src/A.cs\n", text => GitAiNote.Parse(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [MemberData(nameof(Patterns))]
    public void Note_of_sessions(string pattern) => AssertBound(SessionNote.AllocatedBytesPerByte, pattern, "", text => SessionNote.Parse(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [MemberData(nameof(Patterns))]
    public void Trailers_and_evidence_of_a_message(string pattern) => AssertBound(TrailerBlock.AllocatedBytesPerCharacter, pattern, "subject\n\n", text =>
    {
        TrailerBlock.Parse(text);
        CommitClassifier.Classify(text);
    });

    [Theory]
    [MemberData(nameof(Patterns))]
    public void List_of_commits(string pattern) => AssertBound(RevsFile.AllocatedBytesPerCharacter, pattern, "", text => RevsFile.Parse(text));

    [Theory]
    [MemberData(nameof(Patterns))]
    public void Snapshot_of_a_build(string pattern) => AssertBound(SnapshotLimits.AllocatedBytesPerCharacter, pattern, "AiAttribution.snapshot 2\n", text => SnapshotReader.Parse(text));

    [Theory]
    [InlineData("<CoverageSession><Modules>", "<a>")]
    [InlineData("<CoverageSession><Modules>", "<a/>")]
    [InlineData("<CoverageSession><Modules><Module><Files>", "<File uid='1' fullPath='a'/>")]
    [InlineData("<CoverageSession><Modules><Module><ModulePath>", "a")]
    [InlineData("<coverage>", "<a>")]
    [InlineData("<coverage><packages>", "<class filename='a'/>")]
    [InlineData("<coverage><class filename='a'>", "<line number='1' hits='1'/>")]
    [InlineData("<results><module>", "<range/>")]
    [InlineData("<results>", "<a b='c'>")]
    [InlineData("<testsuites>", "<testcase>")]
    [InlineData("<testsuites><testcase>", "<a>")]
    [InlineData("<testsuites>", "<testcase><failure/></testcase>")]
    [InlineData("<TestRun>", "<UnitTestResult/>")]
    [InlineData("<TestRun>", "<A href='a'/>")]
    [InlineData("<TestRun>", "\n")]
    [InlineData("<TestRun ", "a='b' ")]
    [InlineData("<TestRun><", "a")]
    [InlineData("<TestRun><![CDATA[", "a")]
    [InlineData("<TestRun><!--", "a")]
    [InlineData("<!DOCTYPE a [", "<!ENTITY b 'c'>")]
    public void Report_or_results_of_tests(string start, string pattern)
    {
        byte[] xml = Encoding.UTF8.GetBytes(start + string.Concat(Enumerable.Repeat(pattern, 10 * Size / pattern.Length)));

        AssertBound(ReportXml.AllocatedBytesPerByte, xml.Length, () => TestInput.Read(xml, DateTimeOffset.UnixEpoch));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(50)]
    [InlineData(Size)]
    public void Lines_that_are_aligned(int different)
    {
        var random = new Random(different);
        uint[] old = [.. Enumerable.Range(0, Size).Select(_ => (uint)random.Next(different))];
        uint[] now = [.. Enumerable.Range(0, Size).Select(_ => (uint)random.Next(different))];

        AssertBound(LineAligner.AllocatedBytesPerLine, 2 * Size, () => LineAligner.Align(old, now));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(50)]
    [InlineData(5_000)]
    public void Lines_that_are_compared(int different)
    {
        const int lines = 20_000;
        var random = new Random(different);
        LineText old = Text(random, different, lines);
        LineText now = Text(random, different, lines);

        AssertBound(LineDiff.AllocatedBytesPerLine, 2 * lines, () => LineDiff.Compare(old, now));
    }

    private static LineText Text(Random random, int different, int lines) =>
        LineText.Cut(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, lines).Select(_ => $"line {random.Next(different)}\n"))));

    private static void AssertBound(int perUnit, string pattern, string start, Action<string> parse)
    {
        string text = start + string.Concat(Enumerable.Repeat(pattern, Size / pattern.Length));
        AssertBound(perUnit, text.Length, () => parse(text));
        var random = new Random(pattern.Length);
        string damaged = string.Create(text.Length, text, (span, whole) =>
        {
            whole.CopyTo(span);
            for (int i = 0; i < span.Length / 50; i++)
                span[random.Next(span.Length)] = (char)random.Next(random.Next(4) == 0 ? 0xD7FF : 0x80);
        });
        AssertBound(perUnit, damaged.Length, () => parse(damaged));
    }

    private static void AssertBound(int perUnit, int units, Action act)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        act();
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(allocated <= Constant + (long)perUnit * units, $"{allocated} bytes for {units}: {(double)allocated / units:F1} each");
    }
}
