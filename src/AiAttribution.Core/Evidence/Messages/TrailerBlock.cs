namespace AiAttribution.Core.Evidence.Messages;

/// <summary>Reads the trailer block of a commit message exactly as git does.</summary>
/// <remarks>Follows <c>trailer.c</c>, <c>commit.c</c> (<c>ignore_non_trailer</c>) and <c>wt-status.c</c> of git 2.39 to 2.55.</remarks>
internal static class TrailerBlock
{
    /// <summary>Reading a message, and classifying it, allocates at most 256 KiB and this many bytes for each character, whatever it holds (a test holds it to that).</summary>
    public const int AllocatedBytesPerCharacter = 150;

    /// <summary>All trailers of the block in order, duplicates kept; empty when git sees no block.</summary>
    /// <param name="message">Whole commit message.</param>
    /// <param name="options">Reading and configuration; by default that of <c>git log</c> without configuration.</param>
    public static IReadOnlyList<Trailer> Parse(string message, TrailerOptions? options = null)
    {
        options ??= TrailerOptions.Log;
        (int start, int end) = Find(message, options);
        return start < end ? TrailerBlockReader.Read(message.AsSpan(start, end - start), options) : [];
    }

    /// <summary>Start and end of the block in the message; equal when there is none.</summary>
    internal static (int Start, int End) Find(ReadOnlySpan<char> message, TrailerOptions options)
    {
        int nul = message.IndexOf('\0');
        if (nul >= 0)
            message = message[..nul];
        int offset = FirstLine(message);
        ReadOnlySpan<char> text = message[offset..];
        int end = MessageEnd.Find(text);
        int start = Start(text[..end], options);
        return (offset + start, offset + end);
    }

    private static int FirstLine(ReadOnlySpan<char> message)
    {
        int start = 0;
        while (start < message.Length)
        {
            int end = TrailerLine.End(message, start);
            if (!TrailerLine.IsBlank(message[start..end]))
                break;
            start = end;
        }

        return start;
    }

    private static int Start(ReadOnlySpan<char> text, TrailerOptions options)
    {
        int titleEnd = TitleEnd(text);
        var count = new TrailerCount(options);
        int lineEnd = text.Length;
        for (int start = TrailerLine.LastStart(text, lineEnd); start >= titleEnd; start = TrailerLine.LastStart(text, lineEnd))
        {
            ReadOnlySpan<char> line = text[start..lineEnd];
            if (!TrailerLine.IsComment(line) && TrailerLine.IsBlank(line) && count.Any)
                return count.IsBlock() ? lineEnd : text.Length;
            count.Add(line);
            lineEnd = start;
        }

        return text.Length;
    }

    private static int TitleEnd(ReadOnlySpan<char> text)
    {
        int start = 0;
        while (start < text.Length)
        {
            int end = TrailerLine.End(text, start);
            ReadOnlySpan<char> line = text[start..end];
            if (!TrailerLine.IsComment(line) && TrailerLine.IsBlank(line))
                break;
            start = end;
        }

        return start;
    }
}
