using System.Globalization;
using System.Text.Json;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy.Reading;

/// <summary>Reads single values; each reports what is wrong and then gives null.</summary>
internal static class PolicyValues
{
    public static double? Share(this PolicyDraft draft, JsonValue value, string key)
    {
        if (value.Type == JsonTokenType.Number && double.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double share) && share is > 0 and <= 1)
            return share;
        draft.Report(value.Position, $"{key} must be a number above 0 and at most 1, such as 0.5.");
        return null;
    }

    public static double? Fraction(this PolicyDraft draft, JsonValue value, string key)
    {
        if (value.Type == JsonTokenType.Number && double.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double share) && share is >= 0 and <= 1)
            return share;
        draft.Report(value.Position, $"{key} must be a number from 0 to 1, such as 0.1.");
        return null;
    }

    public static int? Integer(this PolicyDraft draft, JsonValue value, string key, int minimum, int maximum)
    {
        if (value.Type == JsonTokenType.Number && int.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number >= minimum && number <= maximum)
            return number;
        draft.Report(value.Position, $"{key} must be a whole number from {minimum} to {maximum}.");
        return null;
    }

    public static long? Long(this PolicyDraft draft, JsonValue value, string key, long minimum, long maximum)
    {
        if (value.Type == JsonTokenType.Number && long.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) && number >= minimum && number <= maximum)
            return number;
        draft.Report(value.Position, $"{key} must be a whole number from {minimum} to {maximum}, without dots or commas.");
        return null;
    }

    public static decimal? Amount(this PolicyDraft draft, JsonValue value, string key, decimal maximum)
    {
        if (Decimal(value) is { } amount && amount > 0 && amount <= maximum)
            return amount;
        draft.Report(value.Position, $"{key} must be an amount in USD above 0, such as 500 or 12.50.");
        return null;
    }

    public static decimal? Price(this PolicyDraft draft, JsonValue value, string key, decimal maximum)
    {
        if (Decimal(value) is { } price && price >= 0 && price <= maximum)
            return price;
        draft.Report(value.Position, $"{key} must be a price in USD for a million tokens, such as 3 or 0.25.");
        return null;
    }

    private static decimal? Decimal(JsonValue value) =>
        value.Type == JsonTokenType.Number && decimal.TryParse(value.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) ? number : null;

    public static string? Text(this PolicyDraft draft, JsonValue value, string key)
    {
        if (value.Type == JsonTokenType.String && !string.IsNullOrWhiteSpace(value.Text))
            return value.Text;
        draft.Report(value.Position, $"{key} must be a text in quotes that is not empty.");
        return null;
    }

    /// <summary>The items of a list of texts, each with its place.</summary>
    public static IReadOnlyList<JsonValue>? Texts(this PolicyDraft draft, JsonValue value, string key)
    {
        if (value.Type != JsonTokenType.StartArray)
        {
            draft.Report(value.Position, $"{key} must be a list such as [\"first\", \"second\"].");
            return null;
        }

        int before = draft.Problems.Count;
        foreach (JsonValue item in value.Items)
            draft.Text(item, $"Each entry of {key}");
        return draft.Problems.Count == before ? value.Items : null;
    }

    /// <summary>A list of patterns for paths.</summary>
    public static IReadOnlyList<Glob>? PathGlobs(this PolicyDraft draft, JsonValue value, string key) =>
        draft.Texts(value, key) is { } texts ? [.. texts.Select(t => Glob.ForPaths(t.Text))] : null;

    /// <summary>A list of patterns for names.</summary>
    public static IReadOnlyList<Glob>? NameGlobs(this PolicyDraft draft, JsonValue value, string key) =>
        draft.Texts(value, key) is { } texts ? [.. texts.Select(t => Glob.ForNames(t.Text))] : null;

    /// <summary>The meaning of one of several names.</summary>
    public static T? Choice<T>(this PolicyDraft draft, JsonValue value, string key, IReadOnlyDictionary<string, T> choices)
        where T : struct
    {
        if (value.Type == JsonTokenType.String && choices.TryGetValue(value.Text, out T choice))
            return choice;
        string nearest = NearestName.Of(value.Text, choices.Keys) is string name ? $" Did you mean '{name}'?" : "";
        draft.Report(value.Position, $"{key} must be one of {string.Join(", ", choices.Keys)}.{nearest}");
        return null;
    }
}
