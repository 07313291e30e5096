using AiAttribution.Core.Attribution;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Snapshot;
using AiAttribution.Core.Trails;
using AiAttribution.Core.Verdicts;

namespace AiAttribution.Core.Tests.Snapshot;

public class SnapshotBuilderTests
{
    private static readonly EvidenceStatement Trailer =
        new(EvidenceKind.CoAuthorTrailer, EvidenceGrade.Declared, "claude-code", "m1", null, "Co-authored-by");

    private static readonly EvidenceStatement Session =
        new(EvidenceKind.SessionTrailer, EvidenceGrade.Declared, "claude-code", null, new SessionKey("claude", "s1"), "Claude-Session");

    [Fact]
    public void Runs_become_marks_of_lines()
    {
        SnapshotFile file = Builder(Source("a", Trailer)).Add("A.cs", "1\n2\n3\n4\n", Runs(
            new(1, 2, LineState.Ai, 0, 1), new(3, 1, LineState.Other, -1, 0), new(4, 1, LineState.Unknown, -1, 0)));

        Assert.Equal([0, 0, LineMark.Other, LineMark.Unknown], file.Marks);
        Assert.Equal(TextLines.Of("1\n2\n3\n4\n").Hashes, file.Hashes);
    }

    [Fact]
    public void Baseline_lines_are_never_ai()
    {
        SnapshotFile file = Builder(Source("a", Trailer) with { BeforeBaseline = true }).Add("A.cs", "1\n", Runs(new LineRun(1, 1, LineState.Ai, 0, 1)));

        Assert.Equal([LineMark.Other], file.Marks);
    }

    [Fact]
    public void Ai_line_whose_source_was_not_kept_is_unknown()
    {
        SnapshotFile file = Builder().Add("A.cs", "1\n", Runs(new LineRun(1, 1, LineState.Ai, -1, 1)));

        Assert.Equal([LineMark.Unknown], file.Marks);
    }

    [Fact]
    public void Lines_beyond_the_runs_are_unknown()
    {
        SnapshotFile file = Builder(Source("a", Trailer)).Add("A.cs", "1\n2\n", Runs(new LineRun(1, 1, LineState.Ai, 0, 1)));

        Assert.Equal([0, LineMark.Unknown], file.Marks);
    }

    [Fact]
    public void Coverage_is_asked_for_each_line()
    {
        SnapshotFile file = Builder(Source("a", Trailer)).Add(
            "A.cs", "1\n2\n", Runs(new LineRun(1, 2, LineState.Ai, 0, 1)), FileMeasurement.Measured, line => line == 2 ? LineCoverage.Executed : LineCoverage.NotExecutable);

        Assert.Equal([LineCoverage.NotExecutable, LineCoverage.Executed], file.Coverage);
    }

    [Fact]
    public void Source_is_described_by_its_evidence_and_deployment()
    {
        SnapshotBuilder builder = new([Source("0123456789abcdef", Trailer, Session)], _ => (DeploymentTrail.Deployed, "v1"));
        builder.Add("A.cs", "1\n", Runs(new LineRun(1, 1, LineState.Ai, 0, 1)));

        SnapshotSource source = Assert.Single(builder.Build(new VerdictPolicy()).Sources);

        Assert.Equal(
            (EvidenceGrade.Declared, "claude-code", "m1", "claude:s1", "0123456789ab", DeploymentTrail.Deployed, "v1"),
            (source.Grade, source.Agent, source.Model, source.Session, source.Commit, source.Deployment, source.FirstDeployment));
    }

    private static SnapshotBuilder Builder(params LineSource[] sources) => new(sources, _ => (DeploymentTrail.None, null));

    private static LineSource Source(string commit, params EvidenceStatement[] evidence) => new(commit, "A.cs", evidence);

    private static FileAttribution Runs(params LineRun[] runs) => new("A.cs", runs[^1].Last, runs);
}
