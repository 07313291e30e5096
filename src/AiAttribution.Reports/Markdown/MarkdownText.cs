using System.Text;
using AiAttribution.Core.Text;

namespace AiAttribution.Reports.Markdown;

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

    /// <summary>A sentence in which nothing is markup, whatever names stand in it.</summary>
    public static string Plain(string text)
    {
        var safe = new StringBuilder();
        foreach (char c in Printable.Of(text))
            safe.Append(c switch { '&' => "&amp;", '<' => "&lt;", '@' => "&#64;", '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '~' or '#' or '!' => $"\\{c}", _ => c.ToString() });
        return safe.ToString();
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
