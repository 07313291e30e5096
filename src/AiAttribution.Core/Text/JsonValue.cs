using System.Text.Json;

namespace AiAttribution.Core.Text;

/// <summary>One value of a JSON text and where it stands.</summary>
/// <param name="Type">Start token for objects and arrays, else the value's own token.</param>
/// <param name="Position">Where it begins.</param>
/// <param name="Text">Text of a string, or of a number as written; empty for the others.</param>
/// <param name="Members">Members of an object.</param>
/// <param name="Items">Items of an array.</param>
internal sealed record JsonValue(
    JsonTokenType Type,
    JsonPosition Position,
    string Text,
    IReadOnlyList<JsonMember> Members,
    IReadOnlyList<JsonValue> Items)
{
    /// <summary>Value of the first member of a name; null when there is none.</summary>
    public JsonValue? Member(string name) => Members.FirstOrDefault(m => m.Name == name)?.Value;
}

/// <summary>A key of an object and its value.</summary>
internal sealed record JsonMember(string Name, JsonPosition Position, JsonValue Value);

/// <summary>A place in a text: line and column in characters, both 1-based.</summary>
internal readonly record struct JsonPosition(int Line, int Column);
