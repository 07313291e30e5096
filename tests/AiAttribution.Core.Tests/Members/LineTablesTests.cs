using AiAttribution.Core.Evidence;
using AiAttribution.Core.Lines;
using AiAttribution.Core.Members;

namespace AiAttribution.Core.Tests.Members;

public class LineTablesTests
{
    private static readonly EvidenceStatement Trailer =
        new(EvidenceKind.CoAuthorTrailer, EvidenceGrade.Declared, "claude-code", "m1", null, "Co-authored-by");

    private static readonly EvidenceStatement Session =
        new(EvidenceKind.SessionTrailer, EvidenceGrade.Declared, "claude-code", null, new SessionKey("claude", "s1"), "Claude-Session");

    [Fact]
    public void Runs_become_lines()
    {
        LineTable table = Table([Source("a", Trailer)], 4, new(1, 2, LineState.Ai, 0, 1), new(3, 1, LineState.Other, -1, 0), new(4, 1, LineState.Unknown, -1, 0));

        Assert.Equal([AttributedLine.Ai(0), AttributedLine.Ai(0), AttributedLine.Other, AttributedLine.Unknown], table.Lines);
    }

    [Fact]
    public void Baseline_lines_keep_their_source_and_are_not_judged()
    {
        LineTable table = Table([Source("a", Trailer) with { BeforeBaseline = true }], 1, new LineRun(1, 1, LineState.Ai, 0, 1));

        Assert.Equal("a", table.SourceOf(1)!.Commit);
        Assert.False(table.IsJudged(1));
    }

    [Fact]
    public void Ai_line_whose_source_was_not_kept_is_unknown() =>
        Assert.Equal([AttributedLine.Unknown], Table([], 1, new LineRun(1, 1, LineState.Ai, -1, 1)).Lines);

    [Fact]
    public void Lines_beyond_the_runs_are_unknown() =>
        Assert.Equal([AttributedLine.Ai(0), AttributedLine.Unknown], Table([Source("a", Trailer)], 2, new LineRun(1, 1, LineState.Ai, 0, 1)).Lines);

    [Fact]
    public void Runs_and_coverage_beyond_the_text_are_left_out()
    {
        LineTable table = new LineTables([Source("a", Trailer)], LineTables.Describe).Of(
            "A.cs", new uint[1], Runs(new LineRun(1, 2, LineState.Ai, 0, 1)), FileMeasurement.Measured, [LineCoverage.Executed, LineCoverage.NotExecuted]);

        Assert.Equal([AttributedLine.Ai(0)], table.Lines);
        Assert.Equal([LineCoverage.Executed], table.Coverage);
    }

    [Fact]
    public void Lines_beyond_the_coverage_have_none()
    {
        LineTable table = new LineTables([], LineTables.Describe).Of(
            "A.cs", new uint[2], Runs(new LineRun(1, 2, LineState.Other, -1, 0)), FileMeasurement.Measured, [LineCoverage.NotExecutable]);

        Assert.Equal([LineCoverage.NotExecutable, LineCoverage.Unknown], table.Coverage);
    }

    [Fact]
    public void Sources_are_numbered_by_first_use_in_all_files()
    {
        var tables = new LineTables([Source("unused", Trailer), Source("b", Trailer), Source("a", Trailer)], LineTables.Describe);
        LineTable first = tables.Of("A.cs", new uint[1], Runs(new LineRun(1, 1, LineState.Ai, 2, 1)), FileMeasurement.Unmeasured, []);
        LineTable second = tables.Of("B.cs", new uint[2], Runs(new(1, 1, LineState.Ai, 1, 1), new(2, 1, LineState.Ai, 2, 1)), FileMeasurement.Unmeasured, []);

        Assert.Equal([AttributedLine.Ai(0)], first.Lines);
        Assert.Equal([AttributedLine.Ai(1), AttributedLine.Ai(0)], second.Lines);
        Assert.Equal(["a", "b"], second.Sources.Select(s => s.Commit));
    }

    [Fact]
    public void Source_is_described_by_its_evidence_and_full_commit()
    {
        AiSource source = LineTables.Describe(Source("0123456789abcdef", Trailer, Session));

        Assert.Equal(
            (EvidenceGrade.Declared, "claude-code", "m1", "claude:s1", "0123456789abcdef"),
            (source.Grade, source.Agent, source.Model, source.Session, source.Commit));
        Assert.Equal("0123456789ab", source.ShortCommit);
    }

    private static LineTable Table(LineSource[] sources, int lines, params LineRun[] runs) =>
        new LineTables(sources, LineTables.Describe).Of("A.cs", new uint[lines], Runs(runs), FileMeasurement.Unmeasured, []);

    private static LineSource Source(string commit, params EvidenceStatement[] evidence) => new(commit, "A.cs", evidence);

    private static FileAttribution Runs(params LineRun[] runs) => new("A.cs", runs[^1].Last, runs);
}
