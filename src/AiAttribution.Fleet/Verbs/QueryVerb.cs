using System.CommandLine;
using System.Data.Common;
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
        Argument<string> sql = new("SQL") { Description = $"A query in DuckDB's SQL over the tables {string.Join(", ", LakeTable.All.Select(t => t.Name))}. Figures of repositories add up where project = '' and branch in ('default', 'unknown'); of builds of one repository the one with the largest 'seen' is the newest word." };
        Option<string> folder = LakeOptions.Lake();
        Option<string> format = new("--format") { Description = "table, csv or json.", HelpName = "FORM", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "csv", "json");
        var verb = new VerbCommand(
            "query",
            "Ask the lake in SQL. It is read only, and reads nothing else.",
            "ai-attribution-fleet query --lake lake \"select repository, max(day) from build group by repository order by repository\"",
            "ai-attribution-fleet query --lake lake --format csv \"select month, sum(low), sum(high) from outcome where publishable group by month order by month\"")
        {
            sql, folder, format,
        };
        verb.SetAction((parsed, cancel) =>
        {
            string text = parsed.GetValue(sql)!.Trim().TrimEnd(';');
            if (text.Contains(';', StringComparison.Ordinal) || !Beginnings.Any(b => text.StartsWith(b, StringComparison.OrdinalIgnoreCase)))
                throw new ToolException($"the query is one statement that begins with {string.Join(", ", Beginnings)}.");
            (LakeFolder lake, FleetSettings settings) = LakeOptions.Open(console, parsed.GetValue(folder)!);
            using var progress = new LineProgress(console, "envelopes");
            using LakeView view = LakeView.Open(lake, LakeOptions.Gate(settings), progress, cancel);
            view.Close(lake);
            try
            {
                Write(console.Out, view.Rows(text), parsed.GetValue(format)!);
            }
            catch (DuckDBException e)
            {
                throw new ToolException($"the query fails: {e.Message}");
            }

            return Task.FromResult(ExitCode.Pass);
        });
        return verb;
    }

    private static void Write(TextWriter output, IEnumerable<DbDataReader> rows, string format)
    {
        string[]? names = null;
        List<object?[]> cells = [];
        foreach (DbDataReader row in rows)
        {
            names ??= [.. Enumerable.Range(0, row.FieldCount).Select(row.GetName)];
            cells.Add([.. Enumerable.Range(0, row.FieldCount).Select(i => row.IsDBNull(i) ? null : row.GetValue(i))]);
        }

        if (format == "json")
            output.Write(Json(names ?? [], cells));
        else if (names is not null && format == "csv")
            output.Write(string.Concat(cells.Select(c => c.Select(JsonScalar.Text)).Prepend(names).Select(r => string.Join(',', r.Select(CsvText.Cell)) + "\n")));
        else if (names is not null)
            Table(output, names, cells);
    }

    private static void Table(TextWriter output, string[] names, List<object?[]> cells)
    {
        var table = new TextTable([.. names.Select((name, i) => cells[0][i] is string or bool or null ? name : name + ":")]);
        foreach (object?[] row in cells)
            table.Row([.. row.Select(JsonScalar.Text)]);
        table.Write(output);
    }

    private static string Json(string[] names, List<object?[]> cells)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartArray();
            foreach (object?[] row in cells)
            {
                json.WriteStartObject();
                for (int i = 0; i < names.Length; i++)
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
