using System.Text;
using System.Text.Json;

namespace AiAttribution.Core.Text;

/// <summary>Reads JSON with comments and trailing commas into values that know their place.</summary>
internal static class JsonTree
{
    private static readonly JsonReaderOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <exception cref="JsonSyntaxException">The text is not JSON, or not valid Unicode.</exception>
    public static JsonValue Parse(string text)
    {
        if (string.IsNullOrWhiteSpace(text.TrimStart('\uFEFF')))
            throw new JsonSyntaxException(new JsonPosition(1, 1), "it is empty.");
        byte[] utf8 = Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF'));
        var positions = new LinePositions(utf8);
        var reader = new Utf8JsonReader(utf8, Options);
        try
        {
            reader.Read();
            JsonValue root = ReadValue(ref reader, positions);
            reader.Read();
            return root;
        }
        catch (JsonException e)
        {
            JsonPosition position = positions.InLine((int)(e.LineNumber ?? 0), (int)(e.BytePositionInLine ?? 0));
            throw new JsonSyntaxException(position, text.Contains('\0', StringComparison.Ordinal) ? "it has NUL characters, as a text in UTF-16 has: save it as UTF-8." : WithoutPlace(e.Message));
        }
    }

    private static JsonValue ReadValue(ref Utf8JsonReader reader, LinePositions positions)
    {
        JsonTokenType type = reader.TokenType;
        JsonPosition position = positions.At(reader.TokenStartIndex);
        string text = type switch
        {
            JsonTokenType.String => TextOf(ref reader, position),
            JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
            _ => "",
        };
        List<JsonMember> members = type == JsonTokenType.StartObject ? ReadMembers(ref reader, positions) : [];
        List<JsonValue> items = type == JsonTokenType.StartArray ? ReadItems(ref reader, positions) : [];
        return new JsonValue(type, position, text, members, items);
    }

    private static List<JsonMember> ReadMembers(ref Utf8JsonReader reader, LinePositions positions)
    {
        var members = new List<JsonMember>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            JsonPosition position = positions.At(reader.TokenStartIndex);
            string name = TextOf(ref reader, position);
            reader.Read();
            members.Add(new JsonMember(name, position, ReadValue(ref reader, positions)));
        }

        return members;
    }

    private static List<JsonValue> ReadItems(ref Utf8JsonReader reader, LinePositions positions)
    {
        var items = new List<JsonValue>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            items.Add(ReadValue(ref reader, positions));
        return items;
    }

    private static string TextOf(ref Utf8JsonReader reader, JsonPosition position) =>
        SafeJson.Text(ref reader) ?? throw new JsonSyntaxException(position, "this text is not valid Unicode.");

    /// <summary>The exception repeats its place in a form that nobody's editor understands.</summary>
    private static string WithoutPlace(string message)
    {
        int place = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return place < 0 ? message : message[..place];
    }
}

/// <summary>A text is not JSON.</summary>
internal sealed class JsonSyntaxException(JsonPosition position, string message) : Exception(message)
{
    public JsonPosition Position { get; } = position;
}
