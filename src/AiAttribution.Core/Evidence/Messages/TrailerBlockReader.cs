using System.Text;

namespace AiAttribution.Core.Evidence.Messages;

/// <summary>Reads the trailers of a block whose place is known.</summary>
internal static class TrailerBlockReader
{
    public static List<Trailer> Read(ReadOnlySpan<char> block, TrailerOptions options)
    {
        var trailers = new List<Trailer>();
        int start = 0;
        while (start < block.Length)
        {
            int end = TrailerLine.End(block, start);
            int separator = TrailerLine.Separator(block[start..end], options.Separators);
            if (separator >= 1)
            {
                end = EndOfContinuation(block, end);
                ReadOnlySpan<char> line = block[start..end];
                trailers.Add(new Trailer(Key(line[..separator], options), Unfold(line[(separator + 1)..])));
            }

            start = end;
        }

        return trailers;
    }

    /// <summary>End of the lines that continue a trailer: those that start with white space.</summary>
    public static int EndOfContinuation(ReadOnlySpan<char> block, int end)
    {
        while (end < block.Length && TrailerLine.IsSpace(block[end]))
            end = TrailerLine.End(block, end);
        return end;
    }

    /// <summary>Joins continuation lines by one space.</summary>
    public static string Unfold(ReadOnlySpan<char> value)
    {
        value = TrailerLine.Trim(value);
        if (!value.Contains('\n'))
            return value.ToString();
        var text = new StringBuilder(value.Length);
        while (true)
        {
            int end = value.IndexOf('\n');
            if (end < 0)
                return text.Append(value).ToString();
            text.Append(value[..end]).Append(' ');
            value = value[end..].TrimStart(" \t\n\r");
        }
    }

    private static string Key(ReadOnlySpan<char> token, TrailerOptions options)
    {
        token = TrailerLine.Trim(token);
        foreach (TrailerAlias alias in options.Aliases)
        {
            if (alias.Matches(token))
                return alias.Key;
        }

        return token.ToString();
    }
}
