using AiAttribution.Core.Lines;
using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Envelopes;
using AiAttribution.Core.Tests.Fixtures;

namespace AiAttribution.Core.Tests.Model;

/// <summary>Of how many lines it is known whether they are AI.</summary>
public class LineTallyTests
{
    [Fact]
    public void Lines_that_are_ai_in_part_are_not_known_though_their_commit_is()
    {
        LineTally lines = Lines(new LineRun(1, 990, LineState.Other, -1, 0), new LineRun(991, 10, LineState.InPart, -1, 0));

        Assert.Equal((990, 10, 0), (lines.Known, lines.Unknown, lines.WithoutOrigin));
        Assert.Equal("99.0 % of 1,000 lines are known: AI by evidence, or other without any.", lines.KnownWords);
    }

    [Theory]
    [InlineData(1, "> 99.9 % of 100,000 lines are known: AI by evidence, or other without any.")]
    [InlineData(99_999, "< 0.1 % of 100,000 lines are known: AI by evidence, or other without any.")]
    public void Share_is_never_all_or_nothing_where_it_is_neither(int unknown, string expected) =>
        Assert.Equal(expected, Lines(new LineRun(1, 100_000 - unknown, LineState.Other, -1, 0), new LineRun(100_001 - unknown, unknown, LineState.Unknown, -1, 0)).KnownWords);

    [Theory]
    [InlineData(1, "0.999")]
    [InlineData(99_999, "0.001")]
    [InlineData(0, "1")]
    public void Envelope_tells_the_same_share(int inPart, string expected)
    {
        LineTally lines = inPart == 0 ? Lines(new LineRun(1, 100_000, LineState.Other, -1, 0)) : Lines(new LineRun(1, 100_000 - inPart, LineState.Other, -1, 0), new LineRun(100_001 - inPart, inPart, LineState.InPart, -1, 0));

        Assert.Contains($"\"evidence\":{expected},", EnvelopeText.Of(new ReportEnvelope(ReportBuilder.Create() with { Lines = lines }).Make()), StringComparison.Ordinal);
    }

    private static LineTally Lines(params LineRun[] runs)
    {
        var tally = new LineTally();
        tally.Add(new FileAttribution("a.cs", runs.Sum(r => r.Count), runs), [], unknownInCommit: 0);
        return tally;
    }
}
