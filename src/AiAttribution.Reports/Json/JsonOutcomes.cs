using System.Text.Json;
using AiAttribution.Core.Model;
using AiAttribution.Core.Outcomes;

namespace AiAttribution.Reports.Json;

/// <summary>Normalised deployments as JSON: by itself, with the schema <c>nuget/ai-attribution-outcomes.schema.json</c>, and as a section of the report.</summary>
internal static class JsonOutcomes
{
    private const int Version = 1;
    private const int Digits = 3;

    /// <summary>An object by itself.</summary>
    public static string Of(ReportOutcomes outcomes) => JsonText.Of(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("version", Version);
        WriteBody(json, outcomes);
        json.WriteEndObject();
    });

    /// <summary>The section <c>outcomes</c> of the report.</summary>
    public static void Write(Utf8JsonWriter json, ReportOutcomes? outcomes)
    {
        if (outcomes is null)
        {
            json.WriteNull("outcomes");
            return;
        }

        json.WriteStartObject("outcomes");
        WriteBody(json, outcomes);
        json.WriteEndObject();
    }

    /// <summary>Low, high and the parts of low.</summary>
    public static void WriteFigures(Utf8JsonWriter json, OutcomeFigures figures)
    {
        json.WriteNumber("low", Rounded(figures.Low));
        json.WriteNumber("high", Rounded(figures.High));
        json.WriteNumber("ai", Rounded(figures.Ai));
        json.WriteNumber("other", Rounded(figures.Other));
        json.WriteNumber("unknown", Rounded(figures.Unknown));
    }

    /// <summary>Whether nothing may still settle.</summary>
    public static bool IsFinal(OutcomeFigures figures) => Rounded(figures.Low) == Rounded(figures.High);

    /// <summary>A window with its name.</summary>
    public static void WriteWindow(Utf8JsonWriter json, string property, OutcomeWindow? window)
    {
        if (window is null)
        {
            json.WriteNull(property);
            return;
        }

        json.WriteStartObject(property);
        json.WriteString("name", window.Name);
        WriteFigures(json, window.Figures);
        WriteTested(json, window.Tested);
        WriteCost(json, window);
        json.WriteEndObject();
    }

    /// <summary>What a test ran of it and what it cost, each as a number at top level; null where it is not known.</summary>
    public static void WriteShared(Utf8JsonWriter json, OutcomeWindow window)
    {
        foreach ((string name, double? figure) in new[] { ("testedLow", window.Tested?.Low), ("testedHigh", window.Tested?.High), ("executable", window.Tested?.Executable) })
        {
            if (figure is { } known)
                json.WriteNumber(name, Rounded(known));
            else
                json.WriteNull(name);
        }

        JsonTokens.WriteCost(json, "usd", window.Cost?.Usd);
        JsonTokens.WriteCost(json, "unlinkedUsd", window.Cost?.Unlinked.Cost);
    }

    private static void WriteBody(Utf8JsonWriter json, ReportOutcomes outcomes)
    {
        json.WriteStartObject("definition");
        json.WriteNumber("daysToLast", OutcomeCells.DaysToLast);
        json.WriteNumber("daysToAge", OutcomeCells.DaysToAge);
        json.WriteNumber("linesOfFullType", OutcomeWeeks.LinesOfFullCell);
        json.WriteEndObject();
        json.WriteList("production", outcomes.Places, (w, place) => w.WriteStringValue(place));
        json.WriteList("leftOut", outcomes.LeftOut, (w, missing) => w.WriteStringValue(missing));
        json.WriteBoolean("known", outcomes.Total is not null);
        json.WriteString("notKnown", outcomes.NotKnown);
        if (outcomes.Total is not null)
            WriteWindow(json, "total", outcomes.Total);
        if (outcomes.AsksRelease)
            WriteWindow(json, "release", outcomes.Release);
        json.WriteList("weeks", outcomes.Weeks, WriteWeek);
    }

    private static void WriteWeek(Utf8JsonWriter json, OutcomeWindow week)
    {
        json.WriteStartObject();
        json.WriteString("week", week.Name);
        WriteFigures(json, week.Figures);
        json.WriteBoolean("final", IsFinal(week.Figures));
        json.WriteBoolean("aboveUsual", week.IsAboveUsual);
        if (week.Tested is not null)
            WriteTested(json, week.Tested);
        if (week.Cost is not null)
            WriteCost(json, week);
        json.WriteEndObject();
    }

    private static void WriteTested(Utf8JsonWriter json, TestedWorth? tested)
    {
        if (tested is not { } worth)
        {
            json.WriteNull("tested");
            return;
        }

        json.WriteStartObject("tested");
        json.WriteNumber("low", Rounded(worth.Low));
        json.WriteNumber("high", Rounded(worth.High));
        json.WriteNumber("executable", Rounded(worth.Executable));
        json.WriteEndObject();
    }

    private static void WriteCost(Utf8JsonWriter json, OutcomeWindow window)
    {
        if (window.Cost is not { } cost)
        {
            json.WriteNull("cost");
            return;
        }

        json.WriteStartObject("cost");
        JsonTokens.Write(json, "linked", cost.Linked);
        JsonTokens.Write(json, "unlinked", cost.Unlinked);
        JsonTokens.Write(json, "undated", cost.Undated);
        json.WriteNumber("aiCommitsWithout", cost.Unrecorded);
        json.WriteBoolean("atLeast", cost.IsAtLeast);
        JsonTokens.WriteCost(json, "perNdLow", cost.LeastPerNd(window.Figures));
        JsonTokens.WriteCost(json, "perNdHigh", cost.MostPerNd(window.Figures));
        json.WriteEndObject();
    }

    private static decimal Rounded(double value) => Math.Round((decimal)value, Digits);
}
