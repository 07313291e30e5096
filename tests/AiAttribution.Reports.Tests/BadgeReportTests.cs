using System.Xml.Linq;
using AiAttribution.Core.Model;
using AiAttribution.Core.Tests.Fixtures;
using static AiAttribution.Testing.Verify.Verifier;

namespace AiAttribution.Reports.Tests;

public class BadgeReportTests
{
    [Fact]
    public Task Gate_that_blocks() => Verify(BadgeReport.Gate(ReportBuilder.Create()), "svg");

    [Fact]
    public Task Evidence_with_missing_history() => Verify(BadgeReport.Evidence(ReportBuilder.Create()), "svg");

    [Fact]
    public void Gate_that_cannot_tell_says_so() => Assert.Equal("AI code gate: cannot tell", Title(BadgeReport.Gate(new ReportModel { Subject = "Lib" })));

    [Fact]
    public void Evidence_of_no_line_is_not_a_hundred_per_cent() => Assert.Equal("lines known: n/a", Title(BadgeReport.Evidence(new ReportModel { Subject = "Lib" })));

    private static string Title(string svg) => XDocument.Parse(svg).Root!.Elements().First(e => e.Name.LocalName == "title").Value;
}
