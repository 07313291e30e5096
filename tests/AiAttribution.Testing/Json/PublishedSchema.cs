using System.Text.Json;
using AiAttribution.Testing.Files;
using Json.Schema;

namespace AiAttribution.Testing.Json;

/// <summary>A JSON schema among the files of the checkout.</summary>
public sealed class PublishedSchema
{
    private static readonly EvaluationOptions Options = new() { OutputFormat = OutputFormat.List, RequireFormatValidation = true };

    private readonly JsonSchema _schema;

    private PublishedSchema(string text)
    {
        Root = JsonDocument.Parse(text).RootElement;
        // A registry of its own, so that the same schema can be read again.
        _schema = JsonSchema.Build(Root, new BuildOptions { SchemaRegistry = new SchemaRegistry() });
    }

    /// <summary>The schema of SARIF 2.1.0, whole.</summary>
    public static PublishedSchema Sarif { get; } = Read("tests/AiAttribution.Testing/Fixtures/sarif-2.1.0.json");

    /// <summary>The schema itself.</summary>
    public JsonElement Root { get; }

    /// <summary>Every property name that the schema knows.</summary>
    public IEnumerable<string> Keys => KeysOf(Root);

    /// <param name="path">Path from the root of the checkout.</param>
    public static PublishedSchema Read(string path) => new(ProjectFiles.Read(path));

    /// <summary>What is wrong, each with its place; empty when valid.</summary>
    public IReadOnlyList<string> Errors(string json) => Errors(JsonDocument.Parse(json).RootElement);

    /// <summary>What is wrong, each with its place; empty when valid.</summary>
    public IReadOnlyList<string> Errors(JsonElement value)
    {
        EvaluationResults results = _schema.Evaluate(value, Options);
        return results.IsValid ? [] : ["It is not valid.", .. from place in results.Details ?? [] from error in place.Errors ?? new Dictionary<string, string>() select $"{place.InstanceLocation}: {error.Value}"];
    }

    private static IEnumerable<string> KeysOf(JsonElement schema)
    {
        if (schema.ValueKind != JsonValueKind.Object)
            yield break;
        foreach (JsonProperty keyword in schema.EnumerateObject())
        {
            if (keyword.Name == "properties")
            {
                foreach (JsonProperty property in keyword.Value.EnumerateObject())
                    yield return property.Name;
            }

            foreach (string below in KeysOf(keyword.Value))
                yield return below;
        }
    }
}
