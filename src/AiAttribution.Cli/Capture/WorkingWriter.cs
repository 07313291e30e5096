using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using AiAttribution.Cli.Hosting;
using AiAttribution.Core.Sessions.Linking;
using AiAttribution.Git.WorkingTree;

namespace AiAttribution.Cli.Capture;

/// <summary>Tells what was found of lines that are not committed.</summary>
internal static class WorkingWriter
{
    private const int Version = 1;

    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>One screen for people.</summary>
    public static void Text(TextWriter output, WorkingOutcome outcome, bool dryRun)
    {
        if (outcome.Record.Files.Count == 0)
        {
            output.Write($"No line that is not committed is known to be of a session.{(outcome.IsChanged ? " The record that was there is taken away." : "")}\n");
            return;
        }

        var table = new TextTable("file", "not committed:", "ai:", "lines", "agent", "session");
        foreach (WorkingFile file in outcome.Files)
        {
            foreach ((WorkingSession session, int lines, string ranges) in Sessions(file, outcome.Record))
                table.Row(file.Path, Number(file.Changed), Number(lines), ranges, session.Model is { } model ? $"{session.Agent} {model}" : session.Agent, session.Key.ToString());
        }

        table.Write(output);
        output.Write(dryRun ? "\nNothing is written.\n"
            : $"\n{(outcome.IsChanged ? "Recorded" : "Recorded before")} in this clone, for builds, editors and the other verbs until they are committed: hashes of lines, session keys and agents; no text, no person.\n");
    }

    /// <summary>The same for programs.</summary>
    public static string Json(WorkingOutcome outcome, bool dryRun)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            json.WriteString("record", State(outcome, dryRun));
            json.WriteStartArray("files");
            foreach (WorkingFile file in outcome.Files)
                Write(json, file, outcome.Record);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray()).ReplaceLineEndings("\n") + "\n";
    }

    private static void Write(Utf8JsonWriter json, WorkingFile file, WorkingRecord record)
    {
        json.WriteStartObject();
        json.WriteString("path", file.Path);
        json.WriteNumber("notCommitted", file.Changed);
        json.WriteNumber("ai", file.Writers.Count(writer => writer != WrittenLines.Nobody));
        json.WriteStartArray("sessions");
        foreach ((WorkingSession session, int lines, string ranges) in Sessions(file, record))
        {
            json.WriteStartObject();
            json.WriteString("agent", session.Agent);
            json.WriteString("model", session.Model);
            json.WriteString("session", session.Key.ToString());
            json.WriteString("source", session.Place);
            json.WriteNumber("lines", lines);
            json.WriteString("ranges", ranges);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string State(WorkingOutcome outcome, bool dryRun) => (dryRun, outcome.Record.Files.Count, outcome.IsChanged) switch
    {
        (true, _, _) => "notWritten",
        (_, 0, true) => "removed",
        (_, 0, _) => "none",
        (_, _, true) => "written",
        _ => "unchanged",
    };

    /// <summary>Sessions of a file with their lines on disk; one whose lines stand in the index alone has none there.</summary>
    private static IEnumerable<(WorkingSession Session, int Lines, string Ranges)> Sessions(WorkingFile file, WorkingRecord record) =>
        record.Files[file.Path].Select(block => block.Writer).Distinct().Select(writer =>
        {
            int[] lines = [.. Enumerable.Range(1, file.Writers.Length).Where(line => file.Writers[line - 1] == writer)];
            return (record.Sessions[writer], lines.Length, Ranges(lines));
        });

    private static string Ranges(int[] lines)
    {
        var ranges = new List<string>();
        for (int start = 0, end; start < lines.Length; start = end)
        {
            end = start + 1;
            while (end < lines.Length && lines[end] == lines[end - 1] + 1)
                end++;
            ranges.Add(end - start == 1 ? Number(lines[start]) : $"{Number(lines[start])}-{Number(lines[end - 1])}");
        }

        return string.Join(',', ranges);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
