using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Model.Envelopes;

/// <summary>Writes an envelope as JSON lines: the head, then the rows. Equal envelopes give equal text.</summary>
internal static class EnvelopeText
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The text with LF line ends.</summary>
    public static string Of(Envelope envelope)
    {
        using var bytes = new MemoryStream();
        foreach (EnvelopeRow row in envelope.Rows.Prepend(envelope.Head))
        {
            using (var json = new Utf8JsonWriter(bytes, Options))
                Write(json, row);
            bytes.WriteByte((byte)'\n');
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void Write(Utf8JsonWriter json, EnvelopeRow row)
    {
        json.WriteStartObject();
        json.WriteString("t", row.Table.Name);
        foreach ((EnvelopeColumn column, object? value) in row.Table.Columns.Zip(row.Values))
        {
            json.WritePropertyName(column.Name);
            JsonScalar.Write(json, value);
        }

        json.WriteEndObject();
    }
}
