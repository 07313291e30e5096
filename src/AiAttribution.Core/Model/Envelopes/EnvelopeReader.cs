using System.Text.Json;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Model.Envelopes;

/// <summary>An envelope that cannot be taken.</summary>
/// <param name="message">Why, as a phrase.</param>
internal sealed class EnvelopeException(string message) : Exception(message)
{
    /// <summary>Whether another version of the tool can read it, so that it is kept and not refused.</summary>
    public bool IsUnknownVersion { get; init; }
}

/// <summary>Reads envelopes that anybody may have written. One that is torn, or that contradicts itself, is refused as a whole.</summary>
internal static class EnvelopeReader
{
    private const int MostRows = 100_000;
    private const int MostLine = 64 << 10;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 4 };

    /// <summary>Reads a file.</summary>
    /// <param name="packed">Its bytes.</param>
    /// <exception cref="EnvelopeException">It cannot be taken.</exception>
    public static Envelope ReadFile(byte[] packed)
    {
        try
        {
            return Read(EnvelopePack.Unpack(packed));
        }
        catch (InvalidDataException e)
        {
            throw new EnvelopeException(e.Message.StartsWith("it ", StringComparison.Ordinal) ? e.Message : "it is no whole gzip file");
        }
    }

    /// <summary>Reads the text of a file.</summary>
    /// <exception cref="EnvelopeException">It cannot be taken.</exception>
    public static Envelope Read(ReadOnlyMemory<byte> text)
    {
        EnvelopeRow? head = null;
        List<EnvelopeRow> rows = [];
        HashSet<string> keys = new(StringComparer.Ordinal);
        int unknown = 0;
        for (int line = 1; text.Length > 0; line++)
        {
            int end = text.Span.IndexOf((byte)'\n');
            if (end < 0)
                throw new EnvelopeException($"line {line} is cut off");
            if (end > MostLine || rows.Count + unknown >= MostRows)
                throw new EnvelopeException(end > MostLine ? $"line {line} is too long" : $"it has more than {MostRows} rows");
            if (Row(text[..end], line, head is null) is not { } row)
                unknown++;
            else if (head is null)
                head = EnvelopeCheck.Head(row);
            else if (row.Table == EnvelopeTables.Build || !keys.Add(row.Key))
                throw new EnvelopeException($"line {line} says again what another line says");
            else
                rows.Add(EnvelopeCheck.Row(row, head, line));
            text = text[(end + 1)..];
        }

        if (head is null || (long)head["rows"]! != rows.Count + unknown)
            throw new EnvelopeException(head is null ? "it is empty" : $"it has {rows.Count + unknown} rows and says {head["rows"]}");
        return new Envelope(head, rows);
    }

    private static EnvelopeRow? Row(ReadOnlyMemory<byte> line, int number, bool isHead)
    {
        try
        {
            using JsonDocument json = SafeJson.Parse(line, Options);
            string? name = SafeJson.Find(json.RootElement, "t", out JsonElement t) ? SafeJson.Text(t) : null;
            if (isHead)
                DemandVersion(json.RootElement, name);
            return EnvelopeTables.Find(name ?? throw new EnvelopeException($"line {number} is of no table")) is not { } table
                ? null
                : new EnvelopeRow(table, EnvelopeCells.Read(json.RootElement, table, number));
        }
        catch (JsonException e)
        {
            throw new EnvelopeException($"line {number}: {SafeJson.Problem(e)}");
        }
    }

    private static void DemandVersion(JsonElement head, string? table)
    {
        if (table != EnvelopeTables.Build.Name || !SafeJson.Find(head, "v", out JsonElement v) || v.ValueKind != JsonValueKind.Number || !v.TryGetInt32(out int version) || version < 1)
            throw new EnvelopeException("its first line is no head of an envelope");
        if (version != EnvelopeTables.Version)
            throw new EnvelopeException($"it is of version {version}, and this tool reads version {EnvelopeTables.Version}: a newer ai-attribution-fleet may read it") { IsUnknownVersion = true };
    }
}
