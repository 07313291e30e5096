using System.Text.Json;
using AiAttribution.Core.Tests.Fixtures;
using AiAttribution.Reports.Tables;
using static AiAttribution.Testing.Verify.Verifier;

namespace AiAttribution.Reports.Tests.Tables;

public class FactsReportTests
{
    [Fact]
    public Task Report_with_something_in_every_place() => Verify(FactsReport.Write(ReportBuilder.Create()), "jsonl");

    [Fact]
    public void Every_line_is_an_object_with_its_subject()
    {
        string[] lines = FactsReport.Write(HostileReport.Create()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.All(lines, line => Assert.NotNull(JsonDocument.Parse(line).RootElement.GetProperty("subject").GetString()));
    }

    [Fact]
    public void No_file_and_no_member_is_named()
    {
        string facts = FactsReport.Write(ReportBuilder.Create());

        Assert.DoesNotContain("Calc", facts, StringComparison.Ordinal);
    }
}
