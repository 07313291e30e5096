using System.IO.Compression;
using System.Text;
using System.Text.Json;
using AiAttribution.Core.Members;
using AiAttribution.Core.Model;
using AiAttribution.Core.Tests.Fixtures;
using AiAttribution.Reports.Pipelines;
using AiAttribution.Testing.Json;
using static AiAttribution.Testing.Verify.Verifier;

namespace AiAttribution.Reports.Tests.Pipelines;

public class SarifReportTests
{
    [Fact]
    public Task Report_with_something_in_every_place() => Verify(SarifReport.Write(ReportBuilder.Create()), "json");

    [Fact]
    public void Every_result_has_what_code_scanning_needs()
    {
        JsonElement run = Run(HostileReport.Create());
        string[] rules = [.. run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().Select(r => r.GetProperty("id").GetString()!)];

        Assert.All(run.GetProperty("results").EnumerateArray(), result =>
        {
            Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()]);
            Assert.NotEmpty(result.GetProperty("message").GetProperty("text").GetString()!);
            JsonElement place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
            Assert.True(Uri.IsWellFormedUriString(place.GetProperty("artifactLocation").GetProperty("uri").GetString(), UriKind.Relative));
            Assert.InRange(place.GetProperty("region").GetProperty("startLine").GetInt32(), 1, int.MaxValue);
        });
        Assert.EndsWith("/", run.GetProperty("automationDetails").GetProperty("id").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Waived_finding_is_suppressed_with_team_day_and_reason()
    {
        JsonElement waived = Assert.Single(Run(ReportBuilder.Create()).GetProperty("results").EnumerateArray(), r => r.TryGetProperty("suppressions", out _));

        JsonElement suppression = Assert.Single(waived.GetProperty("suppressions").EnumerateArray());
        Assert.Equal(("external", "accepted", "payments, until 2027-01-31: is replaced"), (suppression.GetProperty("kind").GetString(), suppression.GetProperty("status").GetString(), suppression.GetProperty("justification").GetString()));
    }

    [Fact]
    public void Members_of_one_name_have_fingerprints_of_their_own()
    {
        string[] prints = [.. Run(HostileReport.Create()).GetProperty("results").EnumerateArray().Select(Fingerprint)];

        Assert.Equal(2, prints.Distinct().Count());
    }

    [Fact]
    public void Fingerprint_outlives_a_move_within_the_file()
    {
        ReportModel report = HostileReport.Blocking(1);
        MemberRecord member = report.Members[0] with { Line = 99, Column = 3 };
        ReportModel moved = report with { Members = [member], Rules = [HostileReport.Trails(member)] };

        Assert.Equal(Fingerprint(Run(report).GetProperty("results")[0]), Fingerprint(Run(moved).GetProperty("results")[0]));
    }

    [Fact]
    public void Results_beyond_the_limit_of_GitHub_are_counted()
    {
        JsonElement run = Run(HostileReport.Blocking(5003));

        Assert.Equal(5000, run.GetProperty("results").GetArrayLength());
        Assert.Equal(5003, run.GetProperty("properties").GetProperty("findings").GetInt32());
        Assert.Equal(3, run.GetProperty("properties").GetProperty("findingsLeftOut").GetInt32());
    }

    [Fact]
    public void File_of_names_that_do_not_compress_stays_below_the_limit_of_GitHub()
    {
        const int tenMegabytes = 10_000_000;
        var random = new Random(1);
        MemberRecord[] members = [.. HostileReport.Blocking(5000).Members.Select(m => m with { Name = Convert.ToBase64String(Bytes(random, 1500)) })];

        string text = SarifReport.Write(new ReportModel { Subject = "Lib", Commit = "c", Members = members, Rules = [HostileReport.Trails(members)] });

        JsonElement run = JsonDocument.Parse(text).RootElement.GetProperty("runs")[0];
        Assert.True(Zipped(text) < tenMegabytes);
        Assert.InRange(run.GetProperty("results").GetArrayLength(), 1000, 4999);
        Assert.Equal(5000, run.GetProperty("results").GetArrayLength() + run.GetProperty("properties").GetProperty("findingsLeftOut").GetInt32());
    }

    [Fact]
    public void Report_is_valid_by_the_whole_schema_of_the_standard()
    {
        Assert.All(new[] { ReportBuilder.Create(), HostileReport.Create(), new ReportModel { Subject = "Lib" } }, report =>
            Assert.Empty(PublishedSchema.Sarif.Errors(SarifReport.Write(report))));
    }

    private static byte[] Bytes(Random random, int count)
    {
        byte[] bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    private static long Zipped(string text)
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return zipped.Length;
    }

    private static JsonElement Run(ReportModel report) => JsonDocument.Parse(SarifReport.Write(report)).RootElement.GetProperty("runs")[0];

    private static string Fingerprint(JsonElement result) => result.GetProperty("partialFingerprints").GetProperty("aiAttributionMember/v1").GetString()!;
}
