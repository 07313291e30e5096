using System.Text.RegularExpressions;
using AiAttribution.Core.Evidence.Messages;

namespace AiAttribution.Core.Evidence;

/// <summary>The message of a commit that a squash quotes.</summary>
/// <param name="Start">Where it starts in the message of the squash.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct QuotedCommit(int Start, int End);

/// <summary>Finds the commits that the message of a squash quotes, as servers and <c>git merge --squash</c> write them.</summary>
internal static partial class QuotedCommits
{
    // Longer than any real squash: the rest of such a message belongs to the last one.
    private const int Most = 10_000;

    /// <summary>The quoted commits in order; what stands behind a line of dashes, as before the co-authors of all, belongs to none.</summary>
    /// <param name="message">The message without white space before it.</param>
    public static IReadOnlyList<QuotedCommit> Of(string message)
    {
        if (SquashMessage.Quoted(message) is { Count: > 0 } quoted)
            return [.. quoted.Select(commit => new QuotedCommit(commit.Start, commit.End))];
        int end = Separator(message);
        List<int> starts = Starts(message, end, (line, isBlankBefore) => isBlankBefore && IsParagraph(message, line, end));

        // Somebody took the blank lines out, or wrote a list of what was done: a server joined several commits either way.
        if (starts.Count < 2 && end < message.Length)
            starts = Starts(message, end, (line, _) => IsBullet(message, line));
        return [.. starts.Select((start, i) => new QuotedCommit(start, i + 1 < starts.Count ? starts[i + 1] : end))];
    }

    /// <summary>Start of the line of dashes that servers write before the co-authors of a squash; the length of the message when there is none.</summary>
    public static int Separator(string message)
    {
        Match dashes = Dashes().Match(message);
        return dashes.Success ? dashes.Index : message.Length;
    }

    private static List<int> Starts(string message, int end, Func<int, bool, bool> isStart)
    {
        var starts = new List<int>();
        bool blank = false;
        for (int start = TrailerLine.End(message, 0); start < end && starts.Count < Most; start = TrailerLine.End(message, start))
        {
            if (isStart(start, blank))
                starts.Add(start);
            blank = TrailerLine.IsBlank(Line(message, start));
        }

        return starts;
    }

    /// <summary>A paragraph of which only the first line has a bullet: servers put a blank line between commits, people none between the points of a list.</summary>
    private static bool IsParagraph(string message, int start, int end)
    {
        if (!IsBullet(message, start))
            return false;
        for (int line = TrailerLine.End(message, start); line < end && !TrailerLine.IsBlank(Line(message, line)); line = TrailerLine.End(message, line))
        {
            if (IsBullet(message, line))
                return false;
        }

        return true;
    }

    private static bool IsBullet(string message, int line) => message.AsSpan(line).StartsWith("* ", StringComparison.Ordinal);

    private static ReadOnlySpan<char> Line(string message, int start) => message.AsSpan(start, TrailerLine.End(message, start) - start);

    [GeneratedRegex(@"^-{9,}\r?$", RegexOptions.Multiline)]
    private static partial Regex Dashes();
}
