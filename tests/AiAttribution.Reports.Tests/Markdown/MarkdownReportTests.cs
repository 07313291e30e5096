using AiAttribution.Core.Deployments;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Members;
using AiAttribution.Core.Model;
using AiAttribution.Core.Tests;
using AiAttribution.Core.Tests.Fixtures;
using AiAttribution.Reports.Markdown;
using static AiAttribution.Testing.Verify.Verifier;

namespace AiAttribution.Reports.Tests.Markdown;

public class MarkdownReportTests
{
    private static readonly AiSource Source = new(EvidenceGrade.Declared, "codex", null, null, "0123456789ab", DeploymentTrail.None, null);

    [Fact]
    public Task Report_with_something_in_every_place() => Verify(MarkdownReport.Write(ReportBuilder.Create()), "md");

    [Fact]
    public Task Report_of_nothing_says_why() => Verify(
        MarkdownReport.Write(new ReportModel
        {
            Subject = "Lib",
            Notes = [new(BuildProblemKinds.NoCommits, "the repository has no commit yet", "git commit")],
        }),
        "md");

    [Theory]
    [InlineData("Evil.Name|second cell")]
    [InlineData("Evil`.``Name")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("[link](https://example.org) @someone")]
    [InlineData("line\nbreak\r\n# heading")]
    public void Hostile_name_stays_one_piece_of_code_in_one_row(string name)
    {
        var report = new ReportModel
        {
            Subject = "Lib",
            Commit = "0123456789abcdef",
            Members = [ReportBuilder.Member(name, "a.cs", 1, Source, TestTrail.None, DeploymentTrail.None)],
        };

        string row = MarkdownReport.Write(report).Split('\n').Single(l => l.StartsWith("| AIA1001", StringComparison.Ordinal));

        string fence = new('`', row.Contains("``Name", StringComparison.Ordinal) ? 3 : row.Contains("Evil`", StringComparison.Ordinal) ? 2 : 1);
        string expected = name.Replace("|", "\\|", StringComparison.Ordinal).Replace("\n", "\\u000A", StringComparison.Ordinal).Replace("\r", "\\u000D", StringComparison.Ordinal);
        Assert.StartsWith($"| AIA1001 | {fence}{expected}{fence} | `a.cs:1` |", row, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_list_of_findings_ends_with_the_number_of_the_rest()
    {
        var report = new ReportModel
        {
            Subject = "Lib",
            Commit = "0123456789abcdef",
            Members = [.. Enumerable.Range(1, 53).Select(n => ReportBuilder.Member($"M{n}", "a.cs", n, Source, TestTrail.None, DeploymentTrail.None))],
        };

        string text = MarkdownReport.Write(report);

        Assert.Contains("\n3 more are in `AiAttribution.json`.\n", text, StringComparison.Ordinal);
        Assert.Equal(50, text.Split('\n').Count(l => l.StartsWith("| AIA1001", StringComparison.Ordinal)));
    }
}
