using System.Text.Json;
using AiAttribution.Core.Deployments;
using AiAttribution.Core.Tests.Fixtures;
using AiAttribution.Testing.Files;

namespace AiAttribution.Core.Tests.Deployments;

public class DeploymentSchemaTests
{
    private static readonly JsonElement Properties =
        JsonDocument.Parse(ProjectFiles.Read("nuget/ai-attribution-deployments.schema.json")).RootElement.GetProperty("properties");

    [Fact]
    public void Schema_and_reader_know_the_same_keys()
    {
        string line = "{\"v\":1,\"source\":\"m\",\"sourceId\":\"1\",\"env\":\"p\",\"status\":\"removed\",\"wrong\":1}";
        string known = string.Join(", ", Properties.EnumerateObject().Select(p => p.Name));

        Assert.EndsWith($"Known here: {known}.", Assert.Single(DeploymentFileReader.Of(line).Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Schema_and_reader_know_the_same_words()
    {
        Assert.Equal(DeploymentWords.AllStatuses, Words("status"));
        Assert.Equal(DeploymentWords.AllTiers, Words("tier"));
    }

    private static IEnumerable<string> Words(string key) => Properties.GetProperty(key).GetProperty("enum").EnumerateArray().Select(e => e.GetString()!);
}
