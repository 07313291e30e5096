using System.Text.Json;
using AiAttribution.Core.Tests.Fixtures;
using AiAttribution.Reports.Pipelines;
using static AiAttribution.Testing.Verify.Verifier;

namespace AiAttribution.Reports.Tests.Pipelines;

public class GitLabReportTests
{
    [Fact]
    public Task Report_with_something_in_every_place() => Verify(GitLabReport.Write(ReportBuilder.Create()), "json");

    [Fact]
    public void Every_finding_has_what_GitLab_asks_for_and_a_fingerprint_of_its_own()
    {
        JsonElement[] findings = [.. JsonDocument.Parse(GitLabReport.Write(HostileReport.Create())).RootElement.EnumerateArray()];

        Assert.All(findings, f =>
        {
            Assert.NotEmpty(f.GetProperty("description").GetString()!);
            Assert.Contains(f.GetProperty("severity").GetString(), new[] { "info", "minor", "major", "critical", "blocker" });
            Assert.InRange(f.GetProperty("location").GetProperty("lines").GetProperty("begin").GetInt32(), 1, int.MaxValue);
        });
        Assert.Equal(findings.Length, findings.Select(f => f.GetProperty("fingerprint").GetString()).Distinct().Count());
    }

    [Fact]
    public void Report_without_findings_is_an_empty_list() => Assert.Equal("[]\n", GitLabReport.Write(new() { Subject = "Lib" }));
}
