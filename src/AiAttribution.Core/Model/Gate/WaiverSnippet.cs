using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Model.Gate;

/// <summary>
/// What to paste into the policy file so that findings of a rule are waived for a time: the property <c>waivers</c>, valid by the policy's schema.
/// Its last day is past on purpose, so that it waives nothing before somebody chose one.
/// </summary>
internal static class WaiverSnippet
{
    /// <summary>Most findings that one snippet covers; who waives more should write a pattern.</summary>
    public const int Most = 20;

    private const string Team = "TEAM";
    private const string Why = "WHY";
    private const string LastDay = "2000-01-01";

    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Findings that a waiver can name, in the order of places: those of members, files and commits that count towards a failure.</summary>
    public static IReadOnlyList<RuleFinding> Waivable(GateRule rule) => [.. rule.Open.Where(f => f.Kind != FindingKind.Lenient && (f.Place.Commit ?? f.Place.Path) is not null)];

    /// <summary>The text; null when no waiver can name what the rule found, as with a budget.</summary>
    public static string? Of(GateRule rule)
    {
        RulePlace[] places = [.. Waivable(rule).Take(Most).Select(f => f.Place)];
        if (places.Length == 0)
            return null;
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteStartArray("waivers");
            WriteCommits(json, rule, [.. places.Where(p => p.Commit is not null)]);
            foreach (IGrouping<string, RulePlace> file in places.Where(p => p.Commit is null).GroupBy(p => p.Path!))
                WriteFile(json, rule, file.Key, [.. file.Select(p => p.Member).OfType<string>().Distinct()]);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Property(Encoding.UTF8.GetString(stream.ToArray()).ReplaceLineEndings("\n"));
    }

    private static void WriteCommits(Utf8JsonWriter json, GateRule rule, RulePlace[] places)
    {
        if (places.Length > 0)
            Write(json, rule, ("commits", places.Select(p => p.Commit!).Distinct()));
    }

    /// <summary>The slash in front keeps the pattern of a file in the root from matching files of that name in every folder.</summary>
    private static void WriteFile(Utf8JsonWriter json, GateRule rule, string path, string[] members)
    {
        string pattern = Glob.Literal(path);
        (string, IEnumerable<string>) paths = ("paths", [pattern.Contains('/') ? pattern : "/" + pattern]);
        if (members.Length > 0)
            Write(json, rule, paths, ("members", members.Select(Glob.Literal)));
        else
            Write(json, rule, paths);
    }

    private static void Write(Utf8JsonWriter json, GateRule rule, params (string Key, IEnumerable<string> Values)[] covers)
    {
        json.WriteStartObject();
        json.WriteString("rule", rule.Rule.Id);
        foreach ((string key, IEnumerable<string> values) in covers)
        {
            json.WriteStartArray(key);
            foreach (string value in values)
                json.WriteStringValue(value);
            json.WriteEndArray();
        }

        json.WriteString("owner", Team);
        json.WriteString("reason", Why);
        json.WriteString("expires", LastDay);
        json.WriteEndObject();
    }

    /// <summary>The one property of an object, with what steers a page or a terminal as JSON escapes; such characters stand within strings only.</summary>
    private static string Property(string json)
    {
        var text = new StringBuilder();
        foreach (string line in json.Split('\n')[1..^1])
            text.Append(text.Length > 0 ? "\n" : "").Append(Printable.Of(line[2..]));
        return text.ToString();
    }
}
