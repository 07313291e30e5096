using System.Text;

namespace AiAttribution.Core.Text;

/// <summary>Keeps texts within the limits of those who show them.</summary>
internal static class Cut
{
    /// <summary>The text, or its begin with <c>…</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">Most characters before the ellipsis.</param>
    public static string At(string text, int most)
    {
        if (text.Length <= most)
            return text;
        int end = char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
        return text[..end] + "…";
    }

    /// <summary>The text, or as many whole lines of it as fit, then a last line.</summary>
    /// <param name="text">Lines that end with LF.</param>
    /// <param name="mostBytes">Most bytes as UTF-8 before the last line.</param>
    /// <param name="rest">The last line of a text that was cut.</param>
    public static string AtLine(string text, int mostBytes, string rest)
    {
        if (Encoding.UTF8.GetByteCount(text) <= mostBytes)
            return text;
        int size = 0;
        var kept = new StringBuilder();
        foreach (string line in text.Split('\n'))
        {
            size += Encoding.UTF8.GetByteCount(line) + 1;
            if (size > mostBytes)
                break;
            kept.Append(line).Append('\n');
        }

        return kept.Append($"\n{rest}\n").ToString();
    }
}
