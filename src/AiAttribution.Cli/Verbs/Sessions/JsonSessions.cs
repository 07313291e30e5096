using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using AiAttribution.Cli.Sessions;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Sessions.Notes;

namespace AiAttribution.Cli.Verbs.Sessions;

/// <summary>Sessions, totals by exactness and notes as one object.</summary>
internal static class JsonSessions
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), Indented = true };

    public static void Write(TextWriter output, SessionOverview overview, PriceTable prices)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("schema", 1);
            json.WriteString("priceTable", prices.Version);
            json.WriteStartArray("sessions");
            foreach (SessionSummary session in overview.Sessions)
                Write(json, session);
            json.WriteEndArray();
            json.WriteStartArray("totals");
            foreach (SessionTotals total in SessionTotals.Of(overview.Sessions))
                Write(json, total);
            json.WriteEndArray();
            json.WriteStartArray("notes");
            foreach (string note in SessionNotes.Of(overview))
                json.WriteStringValue(note);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.Write(Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length).ReplaceLineEndings("\n"));
        output.Write('\n');
    }

    private static void Write(Utf8JsonWriter json, SessionSummary session)
    {
        json.WriteStartObject();
        json.WriteString("agent", session.Agent);
        json.WriteString("id", session.Id);
        if (session.ParentId is not null)
            json.WriteString("parent", session.ParentId);
        if (session.Start is not null)
            json.WriteString("start", SessionText.Iso(session.Start));
        if (session.End is not null)
            json.WriteString("end", SessionText.Iso(session.End));
        json.WriteStartArray("models");
        foreach (string model in session.Models)
            json.WriteStringValue(model);
        json.WriteEndArray();
        json.WriteString("exactness", ExactnessNames.Of(session.Exactness));
        json.WriteNumber("responses", session.Responses);
        json.WriteNumber("webSearches", session.WebSearches);
        Write(json, SessionText.IsCounted(session.Usage, session.Exactness) ? session.Usage : null, session.Cost, session.Credits);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SessionTotals total)
    {
        json.WriteStartObject();
        json.WriteString("exactness", ExactnessNames.Of(total.Exactness));
        json.WriteNumber("sessions", total.Sessions);
        Write(json, SessionText.IsCounted(total.Usage, total.Exactness) ? total.Usage : null, total.Cost, total.Credits);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, TokenUsage? tokens, SessionCost cost, decimal? credits)
    {
        if (tokens is { } usage)
            Write(json, usage);
        else
            json.WriteNull("tokens");
        Amount(json, "costComputed", cost.Computed);
        Amount(json, "costReported", cost.Reported);
        Amount(json, "costTools", cost.Tools);
        json.WriteNumber("unpricedTokens", cost.UnpricedTokens);
        if (credits is not null)
            Amount(json, "credits", credits);
    }

    private static void Write(Utf8JsonWriter json, TokenUsage usage)
    {
        json.WriteStartObject("tokens");
        json.WriteNumber("input", usage.Input);
        json.WriteNumber("output", usage.Output);
        json.WriteNumber("reasoning", usage.Reasoning);
        json.WriteNumber("cacheRead", usage.CacheRead);
        json.WriteNumber("cacheWrite5m", usage.CacheWrite5Minutes);
        json.WriteNumber("cacheWrite1h", usage.CacheWrite1Hour);
        json.WriteNumber("total", usage.Total);
        json.WriteEndObject();
    }

    private static void Amount(Utf8JsonWriter json, string name, decimal? amount)
    {
        if (amount is { } value)
            json.WriteNumber(name, value);
        else
            json.WriteNull(name);
    }
}
