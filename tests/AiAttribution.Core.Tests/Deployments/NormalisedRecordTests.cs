using AiAttribution.Core.Deployments;
using AiAttribution.Core.Deployments.Formats;
using AiAttribution.Core.Tests.Fixtures;
using AiAttribution.Testing.Json;

namespace AiAttribution.Core.Tests.Deployments;

public class NormalisedRecordTests
{
    private static readonly DeploymentRecord Full = new()
    {
        Source = "manual",
        SourceId = "7",
        Service = "api",
        Environment = "production",
        Tier = DeploymentTier.Production,
        Commit = DeploymentFileReader.Sha,
        Tree = DeploymentFileReader.Sha2,
        Ref = "refs/tags/v1.2",
        Artifact = "sha256:" + DeploymentFileReader.Digest,
        Version = "1.2",
        Status = DeploymentStatus.Success,
        StartedAt = DeploymentFileReader.Day(1, 9),
        FinishedAt = DeploymentFileReader.Day(1, 10),
        Url = "https://ci.example/runs/7",
        Trust = 2,
    };

    [Fact]
    public void Record_that_is_written_and_read_is_the_same() => Assert.Equal(Full, Assert.Single(DeploymentFileReader.Of(DeploymentLine.Of(Full)).Records));

    [Fact]
    public void Line_is_valid_by_the_schema()
    {
        PublishedSchema schema = PublishedSchema.Read("nuget/ai-attribution-deployments.schema.json");

        Assert.Empty(schema.Errors(DeploymentLine.Of(Full)));
        Assert.Empty(schema.Errors(DeploymentLine.Of(new DeploymentRecord { Source = "manual", SourceId = "7", Environment = "qa", Commit = DeploymentFileReader.Sha })));
        Assert.NotEmpty(schema.Errors(DeploymentLine.Of(Full with { Commit = "abc" })));
    }

    [Fact]
    public void Line_has_keys_in_a_fixed_order_and_leaves_out_what_is_not_known() =>
        Assert.Equal(
            $$"""{"v":1,"source":"manual","sourceId":"7","env":"qa","tier":"testing","sha":"{{DeploymentFileReader.Sha}}","status":"success","finishedAt":"2026-05-01T12:00:00Z","trust":0}""",
            DeploymentLine.Of(new DeploymentRecord { Source = "manual", SourceId = "7", Environment = "qa", Tier = DeploymentTier.Testing, Commit = DeploymentFileReader.Sha, FinishedAt = DeploymentFileReader.Day(1) }));

    [Fact]
    public void Order_of_records_does_not_change_the_file()
    {
        DeploymentRecord later = Full with { SourceId = "8", FinishedAt = DeploymentFileReader.Day(2) };

        Assert.Equal(DeploymentLine.Write([Full, later]), DeploymentLine.Write([later, Full]));
    }

    [Fact]
    public void Same_source_and_id_is_read_once_and_the_later_one_stays()
    {
        DeploymentRecord failed = Full with { Status = DeploymentStatus.Failure, FinishedAt = DeploymentFileReader.Day(1, 9) };

        Assert.Equal(Full, Assert.Single(DeploymentFileReader.Of(DeploymentLine.Write([Full]), DeploymentLine.Write([failed, Full])).Records));
    }

    [Theory]
    [InlineData("""{"v":1,"source":"manual","sourceId":"1","env":"production","status":"done"}""", 1, 69, "status must be one of built, success, failure, rolledback, removed")]
    [InlineData("""{"v":1,"source":"manual","env":"production","status":"success"}""", 1, 1, "needs source, sourceId and env")]
    [InlineData("""{"v":2,"source":"manual"}""", 1, 1, "another version than 1")]
    [InlineData("""{"v":1,"source":"m","sourceId":"1","env":"p","status":"success","sha":"abc123"}""", 1, 71, "sha must be a full commit id")]
    [InlineData("""{"v":1,"source":"m","sourceId":"1","env":"p","status":"success","finishedAt":"yesterday"}""", 1, 78, "finishedAt must be a time")]
    [InlineData("""{"v":1,"source":"m","sourceId":"1","env":"p","status":"success","author":"x"}""", 1, 65, "Unknown key 'author'")]
    public void Mistake_is_told_with_line_and_column(string line, int atLine, int column, string message)
    {
        DeploymentProblem problem = DeploymentFileReader.Of(line).Problems[0];

        Assert.Equal(("file0.json", atLine, column), (problem.File, problem.Line, problem.Column));
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Broken_line_leaves_the_other_lines_standing()
    {
        DeploymentReading reading = DeploymentFileReader.Of(DeploymentLine.Of(Full) + "\n{\"v\":1,\n\n" + DeploymentLine.Of(Full with { SourceId = "8" }));

        Assert.Equal(["7", "8"], reading.Records.Select(r => r.SourceId));
        Assert.Equal(2, Assert.Single(reading.Problems).Line);
    }

    [Fact]
    public void Record_of_a_note_gets_the_commit_that_is_annotated()
    {
        byte[] note = """{"v":1,"source":"manual","sourceId":"1","env":"production","status":"success"}"""u8.ToArray();

        DeploymentReading reading = DeploymentReader.Read([new DeploymentFile("note", note) { Commit = DeploymentFileReader.Sha2 }]);

        Assert.Equal(DeploymentFileReader.Sha2, Assert.Single(reading.Records).Commit);
    }

    [Fact]
    public void Address_loses_password_and_query()
    {
        DeploymentReading reading = DeploymentFileReader.Of("""{"v":1,"source":"m","sourceId":"1","env":"p","status":"removed","url":"https://me:secret@ci.example/run/1?token=abc#x"}""");

        Assert.Equal("https://ci.example/run/1", Assert.Single(reading.Records).Url);
    }

    [Fact]
    public void Overlong_text_is_cut_and_told()
    {
        DeploymentReading reading = DeploymentFileReader.Of($$"""{"v":1,"source":"m","sourceId":"1","env":"p","status":"removed","version":"{{new string('9', 5000)}}"}""");

        Assert.Equal(1024, Assert.Single(reading.Records).Version!.Length);
        Assert.Contains("1024", Assert.Single(reading.Problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"value\":[]}")]
    public void Nothing_is_read_from_an_empty_export(string text)
    {
        DeploymentReading reading = DeploymentFileReader.Of(text);

        Assert.Empty(reading.Records);
        Assert.Empty(reading.Problems);
    }

    [Theory]
    [InlineData("{\"hello\":1}", "none of the known kinds")]
    [InlineData("{\"a\":", "This is not JSON")]
    [InlineData("{\"v\":1,\"source\":\"\\ud800\"}", "not valid Unicode")]
    public void Foreign_or_broken_file_is_told(string text, string message) =>
        Assert.Contains(message, Assert.Single(DeploymentFileReader.Of(text).Problems).Message, StringComparison.Ordinal);

    [Fact]
    public void Deeply_nested_file_is_told() =>
        Assert.Contains("not JSON", Assert.Single(DeploymentFileReader.Of(new string('[', 100_000)).Problems).Message, StringComparison.Ordinal);
}
