using AiAttribution.Core.Text;

namespace AiAttribution.Reports.Tables;

/// <summary>Cells by RFC 4180 that stay text in a sheet.</summary>
internal static class CsvText
{
    /// <summary>A sheet runs what starts like a formula, so such text starts with an apostrophe.</summary>
    public static string Cell(string text)
    {
        string safe = Printable.Of(text);
        if (safe.TrimStart().Length > 0 && safe.TrimStart()[0] is '=' or '+' or '-' or '@')
            safe = "'" + safe;
        return safe.AsSpan().IndexOfAny(',', '"', '\n') >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
