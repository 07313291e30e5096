using System.CommandLine;
using System.Text;
using System.Text.Json;
using AiAttribution.Core.Text;
using AiAttribution.Fleet.Intake;
using AiAttribution.Fleet.Lake;
using AiAttribution.Reports;
using DuckDB.NET.Data;

namespace AiAttribution.Fleet.Verbs;

/// <summary><c>query</c>: SQL over the lake.</summary>
internal static class QueryVerb
{
    private static readonly string[] Beginnings = ["select", "with", "from", "describe", "show", "summarize", "explain"];

    public static Command Create(ToolConsole console)
    {
        Argument<string> sql = new("SQL") { Description = $"A query in SQL (DuckDB's, or ClickHouse's with --from clickhouse) over the tables {string.Join(", ", LakeTable.All.Select(t => t.Name))}. Figures of repositories add up where project = '' and branch in ('default', 'unknown'); of builds of one repository the one with the largest 'seen' is the newest word." };
        Option<string> folder = LakeOptions.Lake();
        var clickHouse = new ClickHouseOptions();
        Option<string> format = new("--format") { Description = "table, csv or json.", HelpName = "FORM", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "csv", "json");
        var verb = new VerbCommand(
            "query",
            "Ask the lake in SQL. It is read only, and reads nothing else.",
            "ai-attribution-fleet query --lake lake \"select repository, max(day) from build group by repository order by repository\"",
            "ai-attribution-fleet query --lake lake --format csv \"select month, sum(low), sum(high) from outcome where publishable group by month order by month\"",
            "ai-attribution-fleet query --from clickhouse --url http://127.0.0.1:8123 \"select repository, max(day) from build group by repository order by repository\"")
        {
            sql, folder, format,
        };
        clickHouse.AddToReader(verb);
        verb.SetAction((parsed, cancel) =>
        {
            string text = parsed.GetValue(sql)!.Trim().TrimEnd(';');
            if (text.Contains(';', StringComparison.Ordinal) || !Beginnings.Any(b => text.StartsWith(b, StringComparison.OrdinalIgnoreCase)))
                throw new ToolException($"the query is one statement that begins with {string.Join(", ", Beginnings)}.");
            using ILakeEngine engine = clickHouse.Open(console, parsed, cancel) ?? Lake(console, parsed.GetValue(folder)!, cancel);
            try
            {
                Write(console.Out, engine.Ask(text), parsed.GetValue(format)!);
            }
            catch (DuckDBException e)
            {
                throw new ToolException($"the query fails: {e.Message}");
            }

            return Task.FromResult(LakeOptions.Tell(console, engine.Partial));
        });
        return verb;
    }

    private static ILakeEngine Lake(ToolConsole console, string folder, CancellationToken cancel)
    {
        (LakeFolder lake, FleetSettings settings) = LakeOptions.Open(console, folder);
        using var progress = new LineProgress(console, "envelopes");
        var view = LakeView.Open(lake, LakeOptions.Gate(settings), progress, cancel);
        view.Close(lake);
        return view;
    }

    private static void Write(TextWriter output, IEnumerable<LakeRow> rows, string format)
    {
        LakeRow[] all = [.. rows];
        IReadOnlyList<string>? names = all.FirstOrDefault()?.Names;
        IReadOnlyList<object?>[] cells = [.. all.Select(r => r.Cells)];
        if (format == "json")
            output.Write(Json(names ?? [], cells));
        else if (names is not null && format == "csv")
            output.Write(string.Concat(cells.Select(c => c.Select(JsonScalar.Text)).Prepend(names).Select(r => string.Join(',', r.Select(CsvText.Cell)) + "\n")));
        else if (names is not null)
            Table(output, names, cells);
    }

    private static void Table(TextWriter output, IReadOnlyList<string> names, IReadOnlyList<object?>[] cells)
    {
        var table = new TextTable([.. names.Select((name, i) => cells[0][i] is string or bool or null ? name : name + ":")]);
        foreach (IReadOnlyList<object?> row in cells)
            table.Row([.. row.Select(JsonScalar.Text)]);
        table.Write(output);
    }

    private static string Json(IReadOnlyList<string> names, IReadOnlyList<object?>[] cells)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartArray();
            foreach (IReadOnlyList<object?> row in cells)
            {
                json.WriteStartObject();
                for (int i = 0; i < names.Count; i++)
                {
                    json.WritePropertyName(names[i]);
                    JsonScalar.Write(json, row[i]);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }
}
