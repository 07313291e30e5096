using System.Text.Json;
using AiAttribution.Core.Model;
using AiAttribution.Core.Outcomes;
using AiAttribution.Core.Text;

namespace AiAttribution.Reports.Json;

/// <summary>The section <c>survival</c> of the JSON report.</summary>
internal static class JsonSurvival
{
    private const int Digits = 4;

    public static void Write(Utf8JsonWriter json, ReportSurvival? survival)
    {
        if (survival is null)
        {
            json.WriteNull("survival");
            return;
        }

        json.WriteStartObject("survival");
        json.WriteString("since", JsonWriting.Time(survival.Since));
        json.WriteString("until", JsonWriting.Time(survival.Until));
        json.WriteBoolean("cut", survival.IsCut);
        json.WriteNumber("repeated", survival.Repeated);
        Write(json, "ai", survival.Ai);
        Write(json, "other", survival.Other);
        json.WriteList("changes", survival.Changes, (w, change) => Write(w, change, survival.Until));
        json.WriteEndObject();
    }

    /// <summary>The estimate of a window, and on how many lines it rests.</summary>
    public static void WriteGone(Utf8JsonWriter json, WindowLife window)
    {
        if (window.Gone is { } gone)
            json.WriteNumber("gone", Figures.Share(gone, Digits));
        else
            json.WriteNull("gone");
        json.WriteNumber("atRisk", window.AtRisk);
    }

    private static void Write(Utf8JsonWriter json, string name, LineLives lives)
    {
        json.WriteStartObject(name);
        json.WriteNumber("changes", lives.Changes);
        json.WriteNumber("lines", lives.Lines);
        json.WriteNumber("alive", lives.Alive);
        json.WriteList("windows", lives.Windows, Write);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReportChange change, DateTimeOffset until)
    {
        json.WriteStartObject();
        json.WriteString("commit", change.Life.Commit);
        json.WriteString("landed", JsonWriting.Time(change.Life.Landed));
        json.WriteString("firstDeployment", change.Deployment.First);
        json.WriteString("firstShipped", JsonWriting.Time(change.Deployment.Shipped));
        json.WriteString("deployment", ReportWords.Of(change.Deployment.Trail));
        if (change.Shipped is { } shipped)
            json.WriteNumber("shipped", shipped);
        else
            json.WriteNull("shipped");
        if (change.IsLive is { } live)
            json.WriteBoolean("live", live);
        else
            json.WriteNull("live");
        json.WriteNumber("lines", change.Life.Lines);
        json.WriteNumber("alive", change.Life.Alive);
        json.WriteList("windows", [.. LineLives.Days.Select(days => change.Life.Within(days, until))], Write);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, WindowLife window)
    {
        json.WriteStartObject();
        json.WriteNumber("days", window.Days);
        json.WriteNumber("lines", window.Lines);
        json.WriteNumber("died", window.Died);
        json.WriteNumber("tooYoung", window.TooYoung);
        WriteGone(json, window);
        json.WriteEndObject();
    }
}
