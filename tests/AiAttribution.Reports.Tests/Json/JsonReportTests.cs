using System.Text.Json;
using AiAttribution.Core.Model;
using AiAttribution.Core.Tests.Fixtures;
using AiAttribution.Reports.Json;
using AiAttribution.Testing.Json;
using static AiAttribution.Testing.Verify.Verifier;

namespace AiAttribution.Reports.Tests.Json;

public class JsonReportTests
{
    private static readonly PublishedSchema Schema = PublishedSchema.Read("nuget/ai-attribution-report.schema.json");

    [Fact]
    public Task Report_with_something_in_every_place() => Verify(JsonReport.Write(ReportBuilder.Create()), "json");

    [Fact]
    public void Equal_models_give_equal_bytes() =>
        Assert.Equal(JsonReport.Write(ReportBuilder.Create()), JsonReport.Write(ReportBuilder.Create()));

    [Fact]
    public void Report_with_something_in_every_place_is_valid() => Assert.Empty(Errors(ReportBuilder.Create()));

    [Fact]
    public void Signs_of_silence_are_told_in_words_and_as_data()
    {
        ReportModel report = ReportBuilder.Create();
        report = report with { Evidence = report.Evidence! with { Silence = [new SilenceSign(SilenceKind.Setting, "It is off.") { Setting = ".claude/settings.json", Agent = "claude-code", Commit = new string('c', 40), Since = default(DateTimeOffset) }] } };

        JsonElement evidence = JsonDocument.Parse(JsonReport.Write(report)).RootElement.GetProperty("evidence");

        Assert.Empty(Errors(report));
        Assert.Equal("It is off.", evidence.GetProperty("silence")[0].GetString());
        Assert.Equal(("setting", ".claude/settings.json"), (evidence.GetProperty("silenceSigns")[0].GetProperty("kind").GetString(), evidence.GetProperty("silenceSigns")[0].GetProperty("setting").GetString()));
    }

    [Fact]
    public void Report_of_nothing_is_valid() => Assert.Empty(Errors(new ReportModel { Subject = "Lib" }));

    [Fact]
    public void Schema_has_no_key_for_a_person()
    {
        string[] forbidden = ["author", "committer", "email", "user", "login", "name of a person"];
        Assert.DoesNotContain(Schema.Keys, k => forbidden.Any(f => k.Contains(f, StringComparison.OrdinalIgnoreCase)));
    }

    [Theory]
    [InlineData("\"version\": 1", "\"version\": \"1\"")]
    [InlineData("\"test\": \"stale\"", "\"test\": \"maybe\"")]
    [InlineData("\"subject\": \"Lib\"", "\"subjekt\": \"Lib\"")]
    public void Schema_refuses_what_is_not_a_report(string right, string wrong)
    {
        string json = JsonReport.Write(ReportBuilder.Create());
        Assert.Contains(right, json, StringComparison.Ordinal);

        Assert.NotEmpty(Schema.Errors(json.Replace(right, wrong, StringComparison.Ordinal)));
    }

    private static IReadOnlyList<string> Errors(ReportModel report) => Schema.Errors(JsonReport.Write(report));
}
