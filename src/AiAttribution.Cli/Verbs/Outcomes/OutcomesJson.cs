using System.Text;
using System.Text.Json;
using AiAttribution.Core.Outcomes.Normalised;

namespace AiAttribution.Cli.Verbs.Outcomes;

/// <summary>The weeks as an object; its schema is <c>nuget/outcomes.schema.json</c>.</summary>
internal static class OutcomesJson
{
    private const int Digits = 3;

    public static string Write(OutcomesResult result)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteNumber("version", 1);
            WriteDefinition(json);
            WriteTexts(json, "production", result.Places);
            WriteTexts(json, "leftOut", result.LeftOut);
            json.WriteBoolean("known", result.Weeks is not null);
            if (result.Total is { } total)
            {
                json.WriteStartObject("total");
                WriteFigures(json, total);
                json.WriteEndObject();
            }

            json.WriteStartArray("weeks");
            foreach (OutcomeWeek week in result.Weeks ?? [])
            {
                json.WriteStartObject();
                json.WriteString("week", OutcomeDay.Monday(week.Week));
                WriteFigures(json, week);
                json.WriteBoolean("final", Rounded(week.Low) == Rounded(week.High));
                json.WriteBoolean("aboveUsual", week.IsAboveUsual);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray()).ReplaceLineEndings("\n") + "\n";
    }

    private static void WriteDefinition(Utf8JsonWriter json)
    {
        json.WriteStartObject("definition");
        json.WriteNumber("daysToLast", OutcomeCells.DaysToLast);
        json.WriteNumber("daysToAge", OutcomeCells.DaysToAge);
        json.WriteNumber("linesOfFullType", OutcomeWeeks.LinesOfFullCell);
        json.WriteEndObject();
    }

    private static void WriteFigures(Utf8JsonWriter json, OutcomeWeek week)
    {
        json.WriteNumber("low", Rounded(week.Low));
        json.WriteNumber("high", Rounded(week.High));
        json.WriteNumber("ai", Rounded(week.Ai));
        json.WriteNumber("other", Rounded(week.Other));
        json.WriteNumber("unknown", Rounded(week.Unknown));
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static decimal Rounded(double value) => Math.Round((decimal)value, Digits);
}
