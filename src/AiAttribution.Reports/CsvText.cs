using AiAttribution.Core.Text;

namespace AiAttribution.Reports;

/// <summary>Cells by RFC 4180 that stay text in a sheet.</summary>
internal static class CsvText
{
    private static readonly System.Buffers.SearchValues<char> Separators = System.Buffers.SearchValues.Create(",;\t\"\n");

    /// <summary>A sheet runs what starts like a formula, so such text starts with an apostrophe; some split at semicolons or tabs.</summary>
    public static string Cell(string text)
    {
        string safe = Printable.Of(text);
        if (safe.TrimStart().Length > 0 && safe.TrimStart()[0] is '=' or '+' or '-' or '@')
            safe = "'" + safe;
        return safe.AsSpan().ContainsAny(Separators) ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
