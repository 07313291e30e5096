using System.Globalization;
using System.Text.Json;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Sessions.Notes;

/// <summary>Fields of a JSON object that somebody else wrote.</summary>
internal sealed class NoteFields(JsonElement element)
{
    private const int LongestWord = 200;
    private const long LargestCount = 1_000_000_000_000;
    private const decimal LargestCost = 1_000_000_000;

    public string Required(string name) => Optional(name) ?? throw new FormatException($"'{name}' is missing");

    public string? Optional(string name) =>
        SafeJson.Find(element, name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? Word(value, name) : null;

    /// <summary>Full id of a commit; null when it is missing.</summary>
    public string? Commit(string name)
    {
        if (Optional(name) is not { } id)
            return null;
        return id.Length is 40 or 64 && id.All(char.IsAsciiHexDigitLower) ? id : throw new FormatException($"'{name}' is no full id of a commit");
    }

    /// <summary>A number of tokens; 0 when it is missing.</summary>
    public long Count(string name)
    {
        if (!SafeJson.Find(element, name, out JsonElement value) || value.ValueKind == JsonValueKind.Null)
            return 0;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long count) && count is >= 0 and <= LargestCount)
            return count;
        throw new FormatException($"'{name}' is no number of tokens");
    }

    public decimal? Cost(string name)
    {
        if (!SafeJson.Find(element, name, out JsonElement value) || value.ValueKind == JsonValueKind.Null)
            return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out decimal cost) && cost is >= 0 and <= LargestCost)
            return cost;
        throw new FormatException($"'{name}' is no cost");
    }

    public DateTimeOffset? Time(string name)
    {
        if (Optional(name) is not { } text)
            return null;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? time
            : throw new FormatException($"'{name}' is no time");
    }

    public IEnumerable<JsonElement> List(string name, int most)
    {
        if (!SafeJson.Find(element, name, out JsonElement value) || value.ValueKind == JsonValueKind.Null)
            return [];
        if (value.ValueKind != JsonValueKind.Array)
            throw new FormatException($"'{name}' is no list");
        return value.GetArrayLength() <= most ? value.EnumerateArray() : throw new FormatException($"'{name}' has more than {most} entries");
    }

    /// <summary>A short text of letters, digits and <c>. _ : / + -</c> only.</summary>
    public static string Word(JsonElement value, string name)
    {
        return SafeJson.Text(value) is { } text && NoteWords.IsWord(text) && text.Length <= LongestWord ? text : throw new FormatException($"'{name}' is no plain word");
    }
}
