using System.Text;
using System.Text.Json;
using AiAttribution.Core.Model.Gate;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Text;
using AiAttribution.Reports.Json;

namespace AiAttribution.Reports.Pipelines;

/// <summary>One finding as a SARIF result.</summary>
internal static class SarifResult
{
    public static string Level(RuleSeverity severity) => severity switch
    {
        RuleSeverity.Error => "error",
        RuleSeverity.Warning => "warning",
        _ => "note",
    };

    /// <summary>Bytes of what stands in a result by its names. Escapes are left out: they compress well.</summary>
    public static long TextBytes(Finding finding)
    {
        return Bytes(finding.Message) + Bytes(finding.Place.Member) + Bytes(finding.Waiver?.Reason) + Bytes(finding.Suppression?.Justification)
            + (finding.Place.Path is { } path ? RelativeUri(path).Length : 0);

        static long Bytes(string? text) => text is null ? 0 : Encoding.UTF8.GetByteCount(Printable.Of(text));
    }

    public static void Write(Utf8JsonWriter json, Finding finding, int ruleIndex)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Code);
        json.WriteNumber("ruleIndex", ruleIndex);
        json.WriteString("level", Level(finding.Severity));
        json.WriteStartObject("message");
        json.WriteString("text", finding.Message + ".");
        json.WriteEndObject();
        if (finding.Place.Path is not null)
            json.WriteList("locations", [finding.Place], WriteLocation);
        json.WriteStartObject("partialFingerprints");
        json.WriteString("aiAttributionMember/v1", finding.Fingerprint);
        json.WriteEndObject();
        if (finding.Waiver is { } waiver)
            json.WriteList("suppressions", [waiver], WriteSuppression);
        else if (finding.Suppression is { } suppression)
            json.WriteList("suppressions", [suppression], WriteSuppression);
        if (finding.Rule is { } rule)
        {
            json.WriteStartObject("properties");
            json.WriteString("rule", Printable.Of(rule.Id));
            json.WriteString("commit", finding.Place.Commit);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteSuppression(Utf8JsonWriter json, CodeSuppression suppression)
    {
        json.WriteStartObject();
        json.WriteString("kind", "inSource");
        json.WriteString("status", "accepted");
        if (suppression.Justification is { } justification)
            json.WriteString("justification", Printable.Of(justification));
        json.WriteEndObject();
    }

    private static void WriteSuppression(Utf8JsonWriter json, Waiver waiver)
    {
        json.WriteStartObject();
        json.WriteString("kind", waiver.File is null ? "external" : "inSource");
        json.WriteString("status", "accepted");
        json.WriteString("justification", Printable.Of($"{waiver.Owner}, until {waiver.ExpiresText}: {waiver.Reason}"));
        json.WriteEndObject();
    }

    private static void WriteLocation(Utf8JsonWriter json, RulePlace place)
    {
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", RelativeUri(place.Path!));
        json.WriteString("uriBaseId", "%SRCROOT%");
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", Math.Max(1, place.Line));
        json.WriteNumber("startColumn", Math.Max(1, place.Column));
        json.WriteEndObject();
        json.WriteEndObject();
        if (place.Member is { } member)
        {
            json.WriteStartArray("logicalLocations");
            json.WriteStartObject();
            json.WriteString("fullyQualifiedName", Printable.Of(member));
            json.WriteString("kind", "member");
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static string RelativeUri(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
