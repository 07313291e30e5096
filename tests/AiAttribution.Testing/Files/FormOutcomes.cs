using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace AiAttribution.Testing.Files;

/// <summary>What each form tells of normalised deployments: bounds of a week with three digits, and in words with one.</summary>
internal static partial class FormOutcomes
{
    /// <summary>Weeks of JSON or of facts.</summary>
    public static IEnumerable<(string Figure, string Value)> Of(IEnumerable<JsonElement> weeks) => weeks
        .Where(w => w.GetProperty("week").ValueKind == JsonValueKind.String)
        .SelectMany(w => Of(w.GetProperty("week").GetString()!, w.GetProperty("low").GetDecimal(), w.GetProperty("high").GetDecimal()));

    /// <summary>Weeks of the sheet that <c>outcomes --format csv</c> writes.</summary>
    public static IEnumerable<(string Figure, string Value)> OfSheet(string text) => text.Split('\n').Skip(1).Select(l => l.Split(',')).Where(c => c.Length > 2)
        .SelectMany(c => Of(c[0], decimal.Parse(c[1], CultureInfo.InvariantCulture), decimal.Parse(c[2], CultureInfo.InvariantCulture)));

    /// <summary>Weeks of a table for people.</summary>
    public static IEnumerable<(string Figure, string Value)> Of(IEnumerable<string[]> rows) => rows
        .Where(r => r.Length >= 5 && Day().IsMatch(r[0]) && Bounds().IsMatch(r[1]))
        .Select(r => ($"ND {r[0]} in words", r[1]));

    private static IEnumerable<(string Figure, string Value)> Of(string week, decimal low, decimal high)
    {
        yield return ($"ND {week}", string.Create(CultureInfo.InvariantCulture, $"{low:0.###} to {high:0.###}"));
        if (Rounded(low) is { } from && Rounded(high) is { } to && (from != to || low == high) && high > 0)
            yield return ($"ND {week} in words", from == to ? from : $"{from} to {to}");
    }

    /// <summary>With one digit; null where it can be rounded either way.</summary>
    private static string? Rounded(decimal figure) => figure * 100 % 10 == 5 ? null : Math.Round(figure, 1).ToString("0.0", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d$")]
    private static partial Regex Day();

    [GeneratedRegex(@"^[\d.]+( to [\d.]+)?$")]
    private static partial Regex Bounds();
}
