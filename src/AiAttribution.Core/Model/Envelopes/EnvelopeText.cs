using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

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
            Write(json, value);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case decimal amount:
                json.WriteNumberValue(Shortest(amount));
                break;
            default:
                json.WriteStringValue((string)value);
                break;
        }
    }

    /// <summary>The same number without zeros at its end.</summary>
    private static decimal Shortest(decimal amount) => amount / 1.0000000000000000000000000000m;
}
