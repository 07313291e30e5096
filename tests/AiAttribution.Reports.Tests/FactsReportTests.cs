using System.Text.Json;
using AiAttribution.Core.Model;
using AiAttribution.Core.Tests.Fixtures;
using AiAttribution.Testing.Json;
using static AiAttribution.Testing.Verify.Verifier;

namespace AiAttribution.Reports.Tests;

public class FactsReportTests
{
    private static readonly PublishedSchema Schema = PublishedSchema.Read("nuget/ai-attribution-facts.schema.json");

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
    public void Signs_of_silence_are_rows_that_tell_setting_agent_and_since_which_commit()
    {
        string[] rows = [.. FactsReport.Write(SilentReport()).Split('\n').Where(row => row.Contains("\"fact\":\"silence\"", StringComparison.Ordinal)).Select(row => row[row.IndexOf("\"kind\"", StringComparison.Ordinal)..].Replace('"', '\''))];

        Assert.Equal(
            [
                "'kind':'evidence','setting':null,'agent':null,'sinceCommit':null,'since':'2026-01-02','until':'2026-03-04','count':7}",
                $"'kind':'setting','setting':'.claude/settings.json','agent':'claude-code','sinceCommit':'{new string('c', 40)}','since':'2026-03-05','until':null,'count':null}}",
                "'kind':'notes','setting':null,'agent':null,'sinceCommit':null,'since':null,'until':null,'count':1}",
            ],
            rows);
    }

    [Fact]
    public void Every_row_is_valid_by_the_schema_and_a_changed_one_is_not()
    {
        string[] rows = [.. new[] { ReportBuilder.Create(), SilentReport(), HostileReport.Create(), new ReportModel { Subject = "Lib" } }.SelectMany(report => FactsReport.Write(report).Split('\n', StringSplitOptions.RemoveEmptyEntries))];

        Assert.All(rows, row => Assert.Empty(Schema.Errors(row)));
        Assert.All(rows, row => Assert.NotEmpty(Schema.Errors(row.Replace("\"fact\":\"", "\"fact\":\"no-", StringComparison.Ordinal))));
        Assert.Equal(11, rows.Select(row => JsonDocument.Parse(row).RootElement.GetProperty("fact").GetString()).Distinct().Count());
    }

    [Fact]
    public void No_file_and_no_member_is_named()
    {
        string facts = FactsReport.Write(ReportBuilder.Create());

        Assert.DoesNotContain("Calc", facts, StringComparison.Ordinal);
    }

    private static ReportModel SilentReport()
    {
        ReportModel report = ReportBuilder.Create();
        return report with
        {
            Evidence = report.Evidence! with
            {
                Silence =
                [
                    new SilenceSign(SilenceKind.Evidence, "Evidence.") { Since = Day(2026, 1, 2), Until = Day(2026, 3, 4), Count = 7 },
                    new SilenceSign(SilenceKind.Setting, "Settings.") { Setting = ".claude/settings.json", Agent = "claude-code", Commit = new string('c', 40), Since = Day(2026, 3, 5) },
                ],
            },
        };
    }

    private static DateTimeOffset Day(int year, int month, int day) => new(year, month, day, 12, 0, 0, TimeSpan.Zero);
}
