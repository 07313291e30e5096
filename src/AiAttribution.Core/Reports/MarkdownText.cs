using System.Globalization;
using System.Text;

namespace AiAttribution.Core.Reports;

/// <summary>Markdown that stays text, whatever a member or path is called.</summary>
internal static class MarkdownText
{
    /// <summary>The text as code, also inside a table: no link, mention, markup or HTML of it comes alive.</summary>
    public static string Code(string text)
    {
        string safe = Printable.Of(text).Replace("|", "\\|", StringComparison.Ordinal);
        if (safe.Trim().Length == 0)
            return "` `";
        string fence = new('`', LongestRun(safe) + 1);
        string padding = safe.StartsWith('`') || safe.EndsWith('`') ? " " : "";
        return fence + padding + safe + padding + fence;
    }

    /// <summary>Thousands apart, as in <c>12,345</c>.</summary>
    public static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A noun with its number: <c>1 line</c>, <c>1,200 lines</c>.</summary>
    public static string Count(int number, string noun, string? plural = null) => $"{Number(number)} {(number == 1 ? noun : plural ?? noun + "s")}";

    /// <summary>Per cent with one digit; <c>n/a</c> of nothing, and never 0 or 100 for a part that is neither.</summary>
    public static string Percent(int part, int whole)
    {
        if (whole == 0)
            return "n/a";
        double percent = Math.Round(100.0 * part / whole, 1, MidpointRounding.AwayFromZero);
        if (part > 0 && percent == 0)
            return "< 0.1 %";
        if (part < whole && percent == 100)
            return "> 99.9 %";
        return percent.ToString("0.0", CultureInfo.InvariantCulture) + " %";
    }

    public static void Row(this StringBuilder text, params string[] cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    /// <summary>Head of a table; a name that ends with <c>:</c> stands over numbers.</summary>
    public static void Head(this StringBuilder text, params string[] names)
    {
        text.Row([.. names.Select(n => n.TrimEnd(':'))]);
        text.Row([.. names.Select(n => n.EndsWith(':') ? "---:" : "---")]);
    }

    private static int LongestRun(string text)
    {
        int longest = 0;
        for (int i = 0, run = 0; i < text.Length; i++)
        {
            run = text[i] == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
