using System.Text.Json;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Deployments.Formats;

/// <summary>Looks into JSON values.</summary>
internal static class JsonFields
{
    /// <summary>Value at a path of keys; null when it is not there or is <c>null</c>.</summary>
    public static JsonValue? At(this JsonValue value, params ReadOnlySpan<string> path)
    {
        JsonValue? at = value;
        foreach (string key in path)
            at = at?.Members.LastOrDefault(m => m.Name == key)?.Value;
        return at is { Type: not JsonTokenType.Null } ? at : null;
    }

    public static bool Has(this JsonValue value, params ReadOnlySpan<string> keys)
    {
        foreach (string key in keys)
        {
            if (!value.Members.Any(m => m.Name == key))
                return false;
        }

        return true;
    }

    /// <summary>A text or number; null when it is neither, or blank.</summary>
    public static string? Text(this JsonValue value, params ReadOnlySpan<string> path) =>
        value.At(path) is { Type: JsonTokenType.String or JsonTokenType.Number } found && !string.IsNullOrWhiteSpace(found.Text) ? found.Text.Trim() : null;

    public static bool IsTrue(this JsonValue value, params ReadOnlySpan<string> path) => value.At(path) is { Type: JsonTokenType.True };

    public static bool IsObject(this JsonValue? value) => value is { Type: JsonTokenType.StartObject };
}
