using System.Text.Json;
using AiAttribution.Core.Model;
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
    public void Header_tells_form_tool_commit_policy_and_how_many_rows_follow()
    {
        string[] lines = FactsReport.Write(ReportBuilder.Create()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        JsonElement header = JsonDocument.Parse(lines[0]).RootElement;

        Assert.Equal(("header", 1, lines.Length - 1), (header.GetProperty("fact").GetString(), header.GetProperty("v").GetInt32(), header.GetProperty("rows").GetInt32()));
        Assert.Equal(("0.1.0", "2026-05-30T12:00:00Z", new string('b', 64)), (header.GetProperty("tool").GetString(), header.GetProperty("commitTime").GetString(), header.GetProperty("policySha256").GetString()));
    }

    [Fact]
    public void Every_row_of_a_whole_repository_names_it()
    {
        ReportModel report = ReportBuilder.Create() with { Subject = ReportModel.WholeRepository, Repository = "shop", RepositoryKey = "host.example/owner/shop" };

        string[] lines = FactsReport.Write(report).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.All(lines, line => Assert.Contains("\"repository\":\"shop\",\"key\":\"host.example/owner/shop\"", line, StringComparison.Ordinal));
    }

    [Fact]
    public void No_file_and_no_member_is_named()
    {
        string facts = FactsReport.Write(ReportBuilder.Create());

        Assert.DoesNotContain("Calc", facts, StringComparison.Ordinal);
    }
}
