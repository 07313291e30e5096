namespace AiAttribution.Core.Evidence.Messages;

/// <summary>What git says of a single line of a message. Lines are given with or without their line end.</summary>
internal static class TrailerLine
{
    public const char Comment = '#';

    public const string DefaultSeparators = ":";

    /// <summary>Index of the separator that ends a key of letters, digits and <c>-</c>; less than 1 when the line is no trailer.</summary>
    public static int Separator(ReadOnlySpan<char> line, ReadOnlySpan<char> separators)
    {
        bool gap = false;
        for (int i = 0; i < line.Length; i++)
        {
            char c = line[i];
            if (separators.Contains(c))
                return i;
            if (!gap && (char.IsAsciiLetterOrDigit(c) || c == '-'))
                continue;
            if (i == 0 || c is not (' ' or '\t'))
                break;
            gap = true;
        }

        return -1;
    }

    /// <summary>Git's <c>isspace</c>: fewer characters than .NET's.</summary>
    public static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\r';

    public static bool StartsWithSpace(ReadOnlySpan<char> line) => !line.IsEmpty && IsSpace(line[0]);

    public static bool IsBlank(ReadOnlySpan<char> line) => Trim(line).IsEmpty;

    public static bool IsComment(ReadOnlySpan<char> line) => !line.IsEmpty && line[0] == Comment;

    /// <summary>Lines that git writes itself; one of them makes a paragraph with prose a trailer block.</summary>
    public static bool IsGitGenerated(ReadOnlySpan<char> line) =>
        line.StartsWith("Signed-off-by: ", StringComparison.Ordinal) || line.StartsWith("(cherry picked from commit ", StringComparison.Ordinal);

    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text) => text.Trim(" \t\n\r");

    /// <summary>End of the line that starts at <paramref name="start"/>, its line feed included.</summary>
    public static int End(ReadOnlySpan<char> text, int start)
    {
        int length = text[start..].IndexOf('\n');
        return length < 0 ? text.Length : start + length + 1;
    }

    /// <summary>Start of the last line of the text before <paramref name="end"/>; -1 when there is none.</summary>
    public static int LastStart(ReadOnlySpan<char> text, int end) =>
        end <= 0 ? -1 : text[..(end - 1)].LastIndexOf('\n') + 1;
}
