using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using AiAttribution.Core.Lines;

namespace AiAttribution.Cli.Verbs.Lines;

/// <summary>An array with one object for each file.</summary>
internal sealed class JsonLines(TextWriter output, bool ranges) : ILinesWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public void Write(IEnumerable<FileAttribution> files)
    {
        string separator = "[\n";
        foreach (FileAttribution file in files)
        {
            output.Write(separator);
            output.Write(Entry(file));
            separator = ",\n";
        }

        output.Write(separator.StartsWith('[') ? "[]\n" : "\n]\n");
    }

    private string Entry(FileAttribution file)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteString("path", file.Path);
            json.WriteNumber("total", file.LineCount);
            json.WriteNumber("ai", file.Count(LineState.Ai));
            json.WriteNumber("other", file.Count(LineState.Other));
            json.WriteNumber("unknown", file.Unknown);
            json.WriteNumber("in_part", file.Count(LineState.InPart));
            if (ranges)
            {
                json.WriteString("ai_ranges", LineRanges.Of(file, LineState.Ai));
                json.WriteString("in_part_ranges", LineRanges.Of(file, LineState.InPart));
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
