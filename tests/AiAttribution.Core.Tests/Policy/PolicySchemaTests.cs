using System.Text.Json;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Policy;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Json;

namespace AiAttribution.Core.Tests.Policy;

public class PolicySchemaTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(ProjectFiles.Read("nuget/ai-attribution.schema.json")).RootElement;

    private static readonly JsonDocumentOptions Commented = new() { CommentHandling = JsonCommentHandling.Skip };

    [Fact]
    public void Schema_and_reader_know_the_same_keys() =>
        Assert.Equal(PolicyReader.Keys, Paths(Schema, "").Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("disclose")]
    [InlineData("none-allowed")]
    [InlineData("regulated")]
    [InlineData("report-only")]
    [InlineData("tested")]
    public void Preset_is_valid_by_the_schema(string preset) =>
        Assert.Empty(PublishedSchema.Read("nuget/ai-attribution.schema.json").Errors(JsonDocument.Parse(ProjectFiles.Read($"nuget/presets/{preset}.json"), Commented).RootElement));

    [Fact]
    public void Schema_and_reader_know_the_same_evidence_sources()
    {
        JsonElement sources = Schema.GetProperty("properties").GetProperty("evidence").GetProperty("properties").GetProperty("sources");

        Assert.Equal(EvidenceKindNames.All, sources.GetProperty("items").GetProperty("enum").EnumerateArray().Select(e => e.GetString()!));
    }

    [Fact]
    public void Defaults_that_the_schema_tells_are_the_policy_defaults()
    {
        AttributionPolicy policy = AttributionPolicy.Default;

        Assert.Equal(policy.Share, Default("heavy", "share").GetDouble());
        Assert.Equal(policy.MinimumLines, Default("heavy", "lines").GetInt32());
        Assert.Equal(policy.GraceDays, Default("deployment", "graceDays").GetInt32());
        Assert.Equal(policy.DeploymentTags.Select(t => t.Pattern), Default("deployment", "tags").EnumerateArray().Select(e => e.GetString()!));
        Assert.Equal(policy.DeploymentBranches.Select(t => t.Pattern), Default("deployment", "branches").EnumerateArray().Select(e => e.GetString()!));
        Assert.Equal(policy.DeploymentFiles.Select(t => t.Pattern), Default("deployment", "files").EnumerateArray().Select(e => e.GetString()!));
        Assert.Equal(policy.Coverage.Select(t => t.Pattern), Default("tests", "coverage").EnumerateArray().Select(e => e.GetString()!));
        Assert.Equal(policy.SessionFiles.Select(t => t.Pattern), Default("sessions", "records").EnumerateArray().Select(e => e.GetString()!));
        Assert.Equal(policy.TelemetryFiles.Select(t => t.Pattern), Default("sessions", "telemetry").EnumerateArray().Select(e => e.GetString()!));
        Assert.Equal(policy.Evidence.ReviewBots, Default("evidence", "reviewBots").GetBoolean());
    }

    [Fact]
    public void Guide_explains_every_key()
    {
        string guide = ProjectFiles.Read("nuget/docs/policy.md");

        foreach (string key in PolicyReader.Keys.Where(k => k != "$schema" && k.Contains('.', StringComparison.Ordinal)))
            Assert.Contains($"`{key[(key.Contains("[].", StringComparison.Ordinal) ? key.LastIndexOf('.') + 1 : 0)..].Replace("[]", "", StringComparison.Ordinal)}`", guide, StringComparison.Ordinal);
    }

    private static JsonElement Default(string section, string key) =>
        Schema.GetProperty("properties").GetProperty(section).GetProperty("properties").GetProperty(key).GetProperty("default");

    private static IEnumerable<string> Paths(JsonElement schema, string prefix)
    {
        if (!schema.TryGetProperty("properties", out JsonElement properties))
            yield break;
        foreach (JsonProperty property in properties.EnumerateObject())
        {
            bool isList = property.Value.TryGetProperty("items", out JsonElement items);
            string path = prefix + property.Name + (isList ? "[]" : "");
            yield return path;
            foreach (string below in Paths(isList ? items : property.Value, path + "."))
                yield return below;
        }
    }
}
