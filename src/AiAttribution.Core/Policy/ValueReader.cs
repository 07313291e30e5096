using System.Globalization;
using System.Text.Json;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy;

/// <summary>Reads single values of a policy file; each method reports what is wrong with the value and then gives null.</summary>
internal sealed class ValueReader(string fileName)
{
    public List<PolicyProblem> Problems { get; } = [];

    public void Report(JsonPosition position, string message) =>
        Problems.Add(new PolicyProblem(fileName, position.Line, position.Column, message));

    /// <summary>A number above 0 and at most 1.</summary>
    public double? Share(JsonValue value, string key) =>
        Float(value) is { } share && share is > 0 and <= 1 ? share : Wrong<double>(value, $"{key} must be a number above 0 and at most 1, such as 0.5.");

    /// <summary>A number from 0 to 1.</summary>
    public double? Fraction(JsonValue value, string key) =>
        Float(value) is { } share && share is >= 0 and <= 1 ? share : Wrong<double>(value, $"{key} must be a number from 0 to 1, such as 0.1.");

    public int? Integer(JsonValue value, string key, int minimum, int maximum) =>
        Whole(value) is { } number && number >= minimum && number <= maximum ? (int)number : Wrong<int>(value, $"{key} must be a whole number from {minimum} to {maximum}.");

    public long? Long(JsonValue value, string key, long minimum, long maximum) =>
        Whole(value) is { } number && number >= minimum && number <= maximum ? number : Wrong<long>(value, $"{key} must be a whole number from {minimum} to {maximum}, without dots or commas.");

    public decimal? Amount(JsonValue value, string key, decimal maximum) =>
        Decimal(value) is { } amount && amount > 0 && amount <= maximum ? amount : Wrong<decimal>(value, $"{key} must be an amount in USD above 0, such as 500 or 12.50.");

    public decimal? Price(JsonValue value, string key, decimal maximum) =>
        Decimal(value) is { } price && price >= 0 && price <= maximum ? price : Wrong<decimal>(value, $"{key} must be a price in USD for a million tokens, such as 3 or 0.25.");

    /// <summary>A day, such as 2027-01-31.</summary>
    public DateOnly? Day(JsonValue value, string key, string meaning) =>
        DateOnly.TryParseExact(value.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : Wrong<DateOnly>(value, $"{key} must be {meaning}, such as \"2027-01-31\".");

    public bool? Flag(JsonValue value, string key) => value.Type switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => Wrong<bool>(value, $"{key} must be true or false."),
    };

    public string? Text(JsonValue value, string key)
    {
        if (value.Type == JsonTokenType.String && !string.IsNullOrWhiteSpace(value.Text))
            return value.Text;
        Report(value.Position, $"{key} must be a text in quotes that is not empty.");
        return null;
    }

    /// <summary>The items of a list of texts, each with its place.</summary>
    public IReadOnlyList<JsonValue>? Texts(JsonValue value, string key)
    {
        if (value.Type != JsonTokenType.StartArray)
        {
            Report(value.Position, $"{key} must be a list such as [\"first\", \"second\"].");
            return null;
        }

        int before = Problems.Count;
        foreach (JsonValue item in value.Items)
            Text(item, $"Each entry of {key}");
        return Problems.Count == before ? value.Items : null;
    }

    /// <summary>A list of texts.</summary>
    public IReadOnlyList<string>? Words(JsonValue value, string key) => Texts(value, key) is { } texts ? [.. texts.Select(t => t.Text)] : null;

    /// <summary>A list of patterns for paths.</summary>
    public IReadOnlyList<Glob>? PathGlobs(JsonValue value, string key) => Texts(value, key) is { } texts ? [.. texts.Select(t => Glob.ForPaths(t.Text))] : null;

    /// <summary>A list of patterns for names.</summary>
    public IReadOnlyList<Glob>? NameGlobs(JsonValue value, string key) => Texts(value, key) is { } texts ? [.. texts.Select(t => Glob.ForNames(t.Text))] : null;

    /// <summary>The items of a list of objects; none when it is no list.</summary>
    /// <param name="value">The list.</param>
    /// <param name="key">Its key.</param>
    /// <param name="example">What one of the objects may look like; null to give none.</param>
    public IReadOnlyList<JsonValue> Objects(JsonValue value, string key, string? example = null)
    {
        if (value.Type != JsonTokenType.StartArray)
            Report(value.Position, $"{key} must be a list of objects{(example is null ? "" : $" such as {example}")}.");
        return value.Items;
    }

    /// <summary>One of several words.</summary>
    public string? OneOf(JsonValue value, string key, params IReadOnlyList<string> words)
    {
        if (value.Type == JsonTokenType.String && words.Contains(value.Text))
            return value.Text;
        string nearest = NearestName.Of(value.Text, words) is string name ? $" Did you mean '{name}'?" : "";
        Report(value.Position, $"{key} must be one of {string.Join(", ", words)}.{nearest}");
        return null;
    }

    /// <summary>The meaning of one of several words.</summary>
    public T? Choice<T>(JsonValue value, string key, EnumText<T> words)
        where T : struct, Enum => words.Parse(OneOf(value, key, words.Words));

    private T? Wrong<T>(JsonValue value, string message)
        where T : struct
    {
        Report(value.Position, message);
        return null;
    }

    private static double? Float(JsonValue value) =>
        value.Type == JsonTokenType.Number && double.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;

    private static long? Whole(JsonValue value) =>
        value.Type == JsonTokenType.Number && long.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number : null;

    private static decimal? Decimal(JsonValue value) =>
        value.Type == JsonTokenType.Number && decimal.TryParse(value.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) ? number : null;
}
