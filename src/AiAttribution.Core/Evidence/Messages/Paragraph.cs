using AiAttribution.Core.Evidence.Catalogue;

namespace AiAttribution.Core.Evidence.Messages;

/// <summary>A paragraph of a message and whether anything but trailers stands in it.</summary>
/// <param name="Start">Where it starts in the message.</param>
/// <param name="End">Where it ends.</param>
/// <param name="OnlyTrailers">Every line is a trailer or continues one.</param>
/// <param name="OnlyMarks">Every line is a trailer, continues one, or is a footer.</param>
internal readonly record struct Paragraph(int Start, int End, bool OnlyTrailers, bool OnlyMarks)
{
    // Keys with blanks, which git takes for prose: ghstack, Phabricator, merge bots.
    private static readonly string[] OfServers = ["Pull Request resolved:", "Approved by:", "Differential Revision:", "Test Plan:", "Reviewed By:", "Merge request:", "(backported from commit "];

    /// <summary>Gives the paragraph around a line that is not blank.</summary>
    /// <param name="message">The message.</param>
    /// <param name="line">Start of the line.</param>
    /// <param name="floor">End of the paragraph before, so that no text is read twice.</param>
    public static Paragraph Around(ReadOnlySpan<char> message, int line, int floor)
    {
        int start = line;
        while (start > floor && TrailerLine.LastStart(message, start) is var above && !TrailerLine.IsBlank(message[above..start]))
            start = above;

        bool trailers = start > 0, marks = start > 0, continues = false;
        int end = start;
        while (end < message.Length)
        {
            int next = TrailerLine.End(message, end);
            ReadOnlySpan<char> text = message[end..next];
            if (TrailerLine.IsBlank(text))
                break;
            bool trailer = continues && TrailerLine.StartsWithSpace(text) || IsTrailer(text);
            trailers &= trailer;
            marks &= trailer || FooterLine.Read(text) is not null;
            continues = trailer;
            end = next;
        }

        return new Paragraph(start, end, trailers, marks);
    }

    private static bool IsTrailer(ReadOnlySpan<char> line) =>
        TrailerLine.Separator(line, TrailerLine.DefaultSeparators) >= 1 || TrailerLine.IsGitGenerated(line) || IsOfServer(line);

    private static bool IsOfServer(ReadOnlySpan<char> line)
    {
        foreach (string opening in OfServers)
        {
            if (line.StartsWith(opening, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
