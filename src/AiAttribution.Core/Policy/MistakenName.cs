using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy;

/// <summary>Finds a file that was meant to steer attribution and is not read, because its name is not the right one, letter by letter.</summary>
internal static class MistakenName
{
    private const int LongestName = 40;
    private const int MostEdits = 1;

    /// <summary>The data file of a report, which people may write to the root.</summary>
    private const string Report = "AiAttribution.json";

    private static readonly string[] Json = [".json", ".jsonc", ".json5"];
    private static readonly string[] Others = [.. Json, ".yml", ".yaml", ".toml"];
    private static readonly string[] Lists = ["", ".txt"];

    /// <summary>A name that can mean nothing but the policy: other case, dots and dashes, or another ending that JSON has.</summary>
    /// <param name="names">Names of the files at the root.</param>
    /// <returns>Null when the right name is among them, or there is none.</returns>
    public static string? OfPolicy(IReadOnlyCollection<string> names) => Find(names, AttributionPolicy.FileName, Json, edits: 0);

    /// <summary>As <see cref="OfPolicy"/>, of a name that is only like it.</summary>
    public static string? LikePolicy(IReadOnlyCollection<string> names) => Find(names, AttributionPolicy.FileName, Others, MostEdits);

    /// <summary>As <see cref="LikePolicy"/>, for a list of commits.</summary>
    /// <param name="names">Names of the files at the root.</param>
    /// <param name="right">Name of the list.</param>
    public static string? LikeRevs(IReadOnlyCollection<string> names, string right) => Find(names, right, Lists, MostEdits);

    /// <summary>A name that differs in case alone.</summary>
    /// <param name="names">Names of the files at the root.</param>
    /// <param name="right">The right name.</param>
    public static string? OfCase(IReadOnlyCollection<string> names, string right) =>
        names.Contains(right, StringComparer.Ordinal) ? null : names.Order(StringComparer.Ordinal).FirstOrDefault(name => name.Equals(right, StringComparison.OrdinalIgnoreCase));

    private static string? Find(IReadOnlyCollection<string> names, string right, string[] endings, int edits)
    {
        string plain = Plain(right, endings)!;
        return names.Contains(right, StringComparer.Ordinal)
            ? null
            : names.Order(StringComparer.Ordinal).FirstOrDefault(name => name != Report && name.Length <= LongestName && Plain(name, endings) is { } other && NearestName.IsNear(other, plain, edits));
    }

    /// <summary>The letters of a name before its ending; null when it has another one.</summary>
    private static string? Plain(string name, string[] endings)
    {
        string ending = endings.Where(e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase)).MaxBy(e => e.Length) ?? "?";
        return ending == "?" ? null : string.Concat(name[..^ending.Length].Where(char.IsLetterOrDigit)).ToUpperInvariant();
    }
}
