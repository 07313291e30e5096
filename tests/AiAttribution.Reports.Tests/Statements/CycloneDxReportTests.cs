using System.Text.Json;
using AiAttribution.Core.Model;
using AiAttribution.Core.Tests.Fixtures;
using AiAttribution.Reports.Statements;
using AiAttribution.Testing.Files;
using static AiAttribution.Testing.Verify.Verifier;

namespace AiAttribution.Reports.Tests.Statements;

public class CycloneDxReportTests
{
    private static readonly ReportModel Sample = ReportBuilder.Create();

    [Fact]
    public Task Document_with_something_in_every_place() => Verify(CycloneDxReport.Write(Sample), "json");

    [Fact]
    public void What_is_not_known_is_left_out() =>
        Assert.Equal(["aiattribution:gate"], Properties(new ReportModel { Subject = "Lib" }));

    [Fact]
    public void Page_describes_every_property()
    {
        string page = ProjectFiles.Read("nuget/docs/cyclonedx-properties.md");

        Assert.All(Properties(Sample), name => Assert.True(
            page.Contains($"`{name[CycloneDxReport.Prefix.Length..]}`", StringComparison.Ordinal) || page.Contains($"`{name[(name.LastIndexOf(':') + 1)..]}`", StringComparison.Ordinal) || name.Contains(":agent:", StringComparison.Ordinal),
            name));
    }

    private static IEnumerable<string> Properties(ReportModel report) =>
        JsonDocument.Parse(CycloneDxReport.Write(report)).RootElement.GetProperty("metadata").GetProperty("component").GetProperty("properties").EnumerateArray().Select(p => p.GetProperty("name").GetString()!);
}
