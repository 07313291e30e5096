using System.Buffers;
using System.Text.Json;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Logs;

/// <summary>Hashes the lines of a text that stands in a log as JSON, without making a string of it.</summary>
internal static class JsonLineHashes
{
    [ThreadStatic]
    private static LineScanner? _scanner;

    /// <summary>Hashes as <see cref="TextLines"/> makes them, at most <paramref name="most"/>.</summary>
    /// <param name="raw">A JSON string with its quotation marks; anything else has no lines.</param>
    /// <param name="most">Number of lines that are of interest.</param>
    public static uint[] Of(ReadOnlySpan<byte> raw, int most)
    {
        var reader = new Utf8JsonReader(raw);
        if (raw.Length <= 2 || !reader.Read() || reader.TokenType != JsonTokenType.String)
            return [];
        char[] text = ArrayPool<char>.Shared.Rent(raw.Length);
        try
        {
            LineScanner scanner = _scanner ??= new LineScanner();
            scanner.Add(text, reader.CopyString(text));
            return scanner.TakeHashes(most);
        }
        catch (InvalidOperationException)
        {
            return []; // Half of a surrogate pair, or bytes that are not UTF-8.
        }
        finally
        {
            ArrayPool<char>.Shared.Return(text);
        }
    }
}
