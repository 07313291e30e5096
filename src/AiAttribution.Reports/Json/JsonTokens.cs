using System.Text.Json;
using AiAttribution.Core.Model;
using AiAttribution.Core.Sessions.Ledger;
using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Core.Sessions.Recorded;

namespace AiAttribution.Reports.Json;

/// <summary>Writes tokens and cost.</summary>
internal static class JsonTokens
{
    private const int CostDigits = 6;

    public static void Write(Utf8JsonWriter json, ReportTokens? tokens)
    {
        if (tokens is null)
        {
            json.WriteNull("tokens");
            return;
        }

        json.WriteStartObject("tokens");
        json.WriteString("rule", TokenLedger.Rule);
        Write(json, "history", tokens.History);
        Write(json, "onLines", tokens.OnLines);
        Write(json, "notSurviving", tokens.NotSurviving);
        Write(json, "subject", tokens.Subject);
        Write(json, "outsideHistory", tokens.Elsewhere);
        json.WriteBoolean("groupsPutTogether", tokens.HidesRows);
        json.WriteList("byModel", tokens.Rows, WriteRow);
        json.WriteList("bySource", tokens.Sources, WriteSource);
        json.WriteList("leftOut", tokens.LeftOut, WriteLeftOut);
        json.WriteList("withoutCommit", tokens.Unlinked, WriteUnlinked);
        json.WriteString("sourceRule", TokenLedger.SourceRule);
        json.WriteNumber("commits", tokens.Commits);
        json.WriteNumber("sessions", tokens.Sessions);
        json.WriteNumber("sessionsOutsideHistory", tokens.SessionsElsewhere);
        json.WriteNumber("aiCommits", tokens.AiCommits);
        json.WriteNumber("aiCommitsWithoutSession", tokens.AiCommitsWithout);
        json.WriteEndObject();
    }

    /// <summary>Tokens of a member in all classes; null when nothing is known.</summary>
    public static void WriteTotal(Utf8JsonWriter json, TokenCost? spending)
    {
        if (spending is { } known)
            json.WriteNumber("tokens", known.Usage.Total);
        else
            json.WriteNull("tokens");
        WriteCost(json, "costComputed", spending?.Cost);
    }

    private static void WriteSource(Utf8JsonWriter json, ReportTokenSource source)
    {
        json.WriteStartObject();
        json.WriteString("recordedIn", RecordSourceNames.Of(source.Source));
        json.WriteNumber("sessions", source.Sessions);
        Write(json, "spent", source.Spending);
        json.WriteEndObject();
    }

    private static void WriteLeftOut(Utf8JsonWriter json, SourceOverlap overlap)
    {
        json.WriteStartObject();
        json.WriteString("recordedIn", RecordSourceNames.Of(overlap.LeftOut));
        json.WriteString("countedFrom", RecordSourceNames.Of(overlap.Counted));
        json.WriteNumber("sessions", overlap.Sessions);
        json.WriteEndObject();
    }

    private static void WriteUnlinked(Utf8JsonWriter json, ReportUnlinked unlinked)
    {
        json.WriteStartObject();
        json.WriteString("exactness", ExactnessNames.Of(unlinked.Exactness));
        json.WriteNumber("sessions", unlinked.Sessions);
        json.WriteNumber("tokens", unlinked.Usage.Total);
        json.WriteEndObject();
    }

    private static void WriteRow(Utf8JsonWriter json, ReportTokenRow row)
    {
        json.WriteStartObject();
        json.WriteString("agent", row.Name?.Agent);
        json.WriteString("model", row.Name?.Model);
        json.WriteString("exactness", row.Name is { } name ? ExactnessNames.Of(name.Exactness) : null);
        Write(json, "spent", row.Spending);
        json.WriteEndObject();
    }

    /// <summary>Tokens by class, and cost.</summary>
    public static void Write(Utf8JsonWriter json, string name, TokenCost spending)
    {
        json.WriteStartObject(name);
        json.WriteNumber("total", spending.Usage.Total);
        json.WriteNumber("input", spending.Usage.Input);
        json.WriteNumber("output", spending.Usage.Output);
        json.WriteNumber("cacheRead", spending.Usage.CacheRead);
        json.WriteNumber("cacheWrite", spending.Usage.CacheWrite);
        WriteCost(json, "costComputed", spending.Cost);
        WriteCost(json, "costReported", spending.Reported > 0 ? spending.Reported : null);
        json.WriteNumber("unpriced", spending.Unpriced);
        json.WriteEndObject();
    }

    /// <summary>USD; null when not known.</summary>
    public static void WriteCost(Utf8JsonWriter json, string name, decimal? cost)
    {
        if (cost is { } usd)
            json.WriteNumber(name, Math.Round(usd, CostDigits));
        else
            json.WriteNull(name);
    }
}
