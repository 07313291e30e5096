using System.Text.Json;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy;

/// <summary>What a change does to a policy file, key by key: whatever makes a verdict milder is among it.</summary>
internal static class PolicyChanges
{
    private const int LongestValue = 200;

    /// <summary>A sentence for each key that is new, gone or another, in the order of keys. Rules are told by their ids.</summary>
    /// <param name="before">Text of the file before; null when there was none.</param>
    /// <param name="after">Text of the file after; null when there is none.</param>
    public static IReadOnlyList<string> Of(string? before, string? after)
    {
        if (before is null || after is null)
            return before is null && after is null ? [] : [before is null ? "the file is new" : "the file is gone"];
        if (Read(before) is not { } old || Read(after) is not { } now)
            return before == after ? [] : ["the file is another one"];
        return [.. old.Keys.Union(now.Keys).Order(StringComparer.Ordinal).Select(key => Of(key, old.GetValueOrDefault(key), now.GetValueOrDefault(key))).OfType<string>()];
    }

    private static string? Of(string key, string? before, string? after) => (before, after) switch
    {
        _ when before == after => null,
        (null, _) => $"new: {Short(key)}{Value(after!)}",
        (_, null) => $"gone: {Short(key)}{Value(before)}",
        _ => $"{key} was {Short(before)} and is {Short(after)}",
    };

    private static string Value(string value) => value.Length == 0 ? "" : $" = {Short(value)}";

    private static string Short(string value) => value.Length <= LongestValue ? value : value[..LongestValue] + "…";

    private static Dictionary<string, string>? Read(string text)
    {
        try
        {
            var values = new Dictionary<string, string>(StringComparer.Ordinal);
            Add(values, "", JsonTree.Parse(text));
            return values;
        }
        catch (JsonSyntaxException)
        {
            return null;
        }
    }

    private static void Add(Dictionary<string, string> values, string key, JsonValue value)
    {
        if (value.Type == JsonTokenType.StartObject)
        {
            foreach (JsonMember member in value.Members.Where(m => m.Name != "$schema"))
                Add(values, key.Length == 0 ? member.Name : $"{key}.{member.Name}", member.Value);
        }
        else if (value.Type == JsonTokenType.StartArray && value.Items.Any(i => i.Type == JsonTokenType.StartObject))
        {
            foreach (JsonValue item in value.Items)
                AddEntry(values, key, item);
        }
        else
        {
            values[key] = Text(value);
        }
    }

    /// <summary>A rule is known by its id, and what else stands in a list by its content, so that moving it changes nothing.</summary>
    private static void AddEntry(Dictionary<string, string> values, string list, JsonValue item)
    {
        if (item.Member("id") is { Text.Length: > 0 } id)
            Add(values, $"{list}.{id.Text}", item);
        else
            values[$"{list} {Text(item)}"] = "";
    }

    private static string Text(JsonValue value) => value.Type switch
    {
        JsonTokenType.String => $"\"{value.Text}\"",
        JsonTokenType.Number => value.Text,
        JsonTokenType.StartArray => $"[{string.Join(", ", value.Items.Select(Text))}]",
        JsonTokenType.StartObject => $"{{ {string.Join(", ", value.Members.Select(m => $"\"{m.Name}\": {Text(m.Value)}"))} }}",
        _ => value.Type.ToString().ToLowerInvariant(),
    };
}
