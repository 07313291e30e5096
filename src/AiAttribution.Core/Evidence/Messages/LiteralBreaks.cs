using System.Text;

namespace AiAttribution.Core.Evidence.Messages;

/// <summary>Messages in which line breaks were written as a backslash and a letter, as tools do that quote them once too often.</summary>
internal static class LiteralBreaks
{
    private const string Break = "\\n";
    private const int DeepIndent = 4;

    /// <summary>The message with real line breaks; null when it has no literal ones. Text in quotes or code keeps its own.</summary>
    public static string? Expand(string message)
    {
        if (!message.Contains(Break, StringComparison.Ordinal))
            return null;
        var expanded = new StringBuilder(message.Length);
        for (int start = 0; start < message.Length;)
        {
            int end = TrailerLine.End(message, start);
            Expand(message.AsSpan(start, end - start), expanded);
            start = end;
        }

        return expanded.Length == message.Length ? null : expanded.ToString();
    }

    private static void Expand(ReadOnlySpan<char> line, StringBuilder expanded)
    {
        if (!line.Contains(Break, StringComparison.Ordinal) || line.StartsWith("\t") || (line.Length >= DeepIndent && line[..DeepIndent].IsWhiteSpace()))
        {
            expanded.Append(line);
            return;
        }

        char quote = '\0';
        for (int i = 0; i < line.Length; i++)
        {
            quote = After(quote, line, i);
            int length = quote == '\0' ? BreakAt(line, i) : 0;
            if (length > 0)
            {
                expanded.Append('\n');
                i += length - 1;
            }
            else
            {
                expanded.Append(line[i]);
            }
        }
    }

    /// <summary>Length of the literal break at a place: of <c>\n</c>, or <c>\r\n</c>; 0 for none. Two backslashes are one that is told of.</summary>
    private static int BreakAt(ReadOnlySpan<char> line, int at)
    {
        if (line[at] != '\\' || (at > 0 && line[at - 1] == '\\'))
            return 0;
        return line[at..].StartsWith("\\r\\n") ? 4 : line[at..].StartsWith(Break) ? 2 : 0;
    }

    private static char After(char quote, ReadOnlySpan<char> line, int at)
    {
        char c = line[at];
        if (c is not ('"' or '`' or '\''))
            return quote;
        if (quote != '\0')
            return c == quote ? '\0' : quote;

        // An apostrophe stands behind a letter.
        return c == '\'' && at > 0 && char.IsLetterOrDigit(line[at - 1]) ? quote : c;
    }
}
