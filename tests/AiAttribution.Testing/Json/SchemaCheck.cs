using System.Text.Json;
using System.Text.RegularExpressions;

namespace AiAttribution.Testing.Json;

/// <summary>
/// Checks JSON against the part of JSON Schema that our schemas use: type, enum, const, properties, required, additionalProperties, items, minimum, minLength, pattern, format date and $ref into $defs.
/// A keyword that is not known fails, so that no rule is passed over in silence.
/// </summary>
public static class SchemaCheck
{
    private static readonly HashSet<string> Annotations = ["$schema", "$id", "$defs", "title", "description", "default"];

    /// <summary>What is wrong, each with its place; empty when valid.</summary>
    public static IReadOnlyList<string> Errors(JsonElement schema, JsonElement value)
    {
        var errors = new List<string>();
        Check(schema, schema, value, "$", errors);
        return errors;
    }

    /// <summary>Every property name that the schema knows.</summary>
    public static IEnumerable<string> Keys(JsonElement schema)
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

            foreach (string below in Keys(keyword.Value))
                yield return below;
        }
    }

    private static void Check(JsonElement root, JsonElement schema, JsonElement value, string place, List<string> errors)
    {
        foreach (JsonProperty keyword in schema.EnumerateObject())
        {
            switch (keyword.Name)
            {
                case "$ref":
                    Check(root, root.GetProperty("$defs").GetProperty(keyword.Value.GetString()!["#/$defs/".Length..]), value, place, errors);
                    break;
                case "type":
                    Expect(Types(keyword.Value).Any(t => Is(value, t)), $"{place} is not {keyword.Value}", errors);
                    break;
                case "enum":
                    Expect(keyword.Value.EnumerateArray().Any(e => e.GetRawText() == value.GetRawText()), $"{place} is not one of {keyword.Value}", errors);
                    break;
                case "const":
                    Expect(keyword.Value.GetRawText() == value.GetRawText(), $"{place} is not {keyword.Value}", errors);
                    break;
                case "minimum":
                    Expect(value.ValueKind != JsonValueKind.Number || value.GetDouble() >= keyword.Value.GetDouble(), $"{place} is below {keyword.Value}", errors);
                    break;
                case "minLength":
                    Expect(value.ValueKind != JsonValueKind.String || value.GetString()!.Length >= keyword.Value.GetInt32(), $"{place} is shorter than {keyword.Value}", errors);
                    break;
                case "pattern":
                    Expect(value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, keyword.Value.GetString()!), $"{place} does not match {keyword.Value}", errors);
                    break;
                case "format" when keyword.Value.GetString() == "date":
                    Expect(value.ValueKind != JsonValueKind.String || DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", out _), $"{place} is no date", errors);
                    break;
                case "items" when value.ValueKind == JsonValueKind.Array:
                    foreach (JsonElement item in value.EnumerateArray())
                        Check(root, keyword.Value, item, place + "[]", errors);
                    break;
                case "required" when value.ValueKind == JsonValueKind.Object:
                    foreach (JsonElement name in keyword.Value.EnumerateArray())
                        Expect(value.TryGetProperty(name.GetString()!, out _), $"{place} lacks {name}", errors);
                    break;
                case "properties" or "additionalProperties" when value.ValueKind == JsonValueKind.Object:
                    CheckProperties(root, schema, keyword, value, place, errors);
                    break;
                case "items" or "required" or "properties" or "additionalProperties":
                    break;
                default:
                    Expect(Annotations.Contains(keyword.Name), $"keyword {keyword.Name} is not checked", errors);
                    break;
            }
        }
    }

    private static void CheckProperties(JsonElement root, JsonElement schema, JsonProperty keyword, JsonElement value, string place, List<string> errors)
    {
        JsonElement known = schema.TryGetProperty("properties", out JsonElement properties) ? properties : default;
        foreach (JsonProperty property in value.EnumerateObject())
        {
            bool isKnown = known.ValueKind == JsonValueKind.Object && known.TryGetProperty(property.Name, out _);
            string below = $"{place}.{property.Name}";
            if (keyword.Name == "properties" && isKnown)
                Check(root, known.GetProperty(property.Name), property.Value, below, errors);
            else if (keyword.Name == "additionalProperties" && !isKnown && keyword.Value.ValueKind == JsonValueKind.False)
                errors.Add($"{below} is not known");
            else if (keyword.Name == "additionalProperties" && !isKnown && keyword.Value.ValueKind == JsonValueKind.Object)
                Check(root, keyword.Value, property.Value, below, errors);
        }
    }

    private static IEnumerable<string> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()!) : [type.GetString()!];

    private static bool Is(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        _ => false,
    };

    private static void Expect(bool holds, string error, List<string> errors)
    {
        if (!holds)
            errors.Add(error);
    }
}
