using System.Text;

namespace AiAttribution.Core.Evidence.Messages;

/// <summary>A commit that the default message of <c>git merge --squash</c> quotes.</summary>
/// <param name="Id">Its id as quoted, full or abbreviated, in lower case.</param>
/// <param name="AuthorName">Name of its author; empty when none is quoted.</param>
/// <param name="AuthorEmail">Address of its author; empty when none is quoted.</param>
/// <param name="Message">Its message, without the indent.</param>
/// <param name="Start">Where its first line starts in the message that quotes it, white space before that message left out.</param>
/// <param name="End">Where what is quoted of it ends there.</param>
internal sealed record SquashedCommit(string Id, string AuthorName, string AuthorEmail, string Message, int Start, int End);

/// <summary>Reads the message that <c>git merge --squash</c> writes: the commits as <c>git log</c> shows them, their messages indented by four.</summary>
internal static class SquashMessage
{
    /// <summary>The subject that git writes.</summary>
    public const string Opening = "Squashed commit of the following:";

    /// <summary>The line that names the author of a quoted commit.</summary>
    public const string Author = "Author:";

    private const string Commit = "commit ";
    private const string Indent = "    ";
    private const int ShortestId = 7;
    private const int LongestId = 64;

    /// <summary>The quoted commits, in the order of the message; empty when it is no such message.</summary>
    public static IReadOnlyList<SquashedCommit> Quoted(string message)
    {
        message = message.TrimStart();
        int opening = message.IndexOf(Opening, StringComparison.Ordinal);
        if (opening < 0 || (opening > 0 && message[opening - 1] != '\n'))
            return [];
        var commits = new List<SquashedCommit>();
        SquashedCommit? commit = null;
        var body = new StringBuilder();
        bool header = true;
        int start = TrailerLine.End(message, opening);
        for (int end; start < message.Length; start = end)
        {
            end = TrailerLine.End(message, start);
            ReadOnlySpan<char> line = message.AsSpan(start, end - start).TrimEnd("\r\n");
            if (Id(line) is { } id)
            {
                Close(commit, start, body, commits);
                commit = new SquashedCommit(id, "", "", "", start, start);
                header = true;
            }
            else if (line.IsWhiteSpace() || line.StartsWith(Indent))
            {
                header &= commit is null;
                body.Append(line.StartsWith(Indent) ? line[Indent.Length..] : "").Append('\n');
            }
            else if (header && commit is not null)
            {
                commit = WithAuthor(commit, line);
            }
            else
            {
                break;
            }
        }

        Close(commit, start, body, commits);
        return commits;
    }

    private static void Close(SquashedCommit? commit, int end, StringBuilder body, List<SquashedCommit> commits)
    {
        if (commit is not null)
            commits.Add(commit with { Message = body.ToString().Trim('\n'), End = end });
        body.Clear();
    }

    private static string? Id(ReadOnlySpan<char> line)
    {
        if (!line.StartsWith(Commit))
            return null;
        ReadOnlySpan<char> id = line[Commit.Length..];
        int end = id.IndexOf(' ');
        id = end < 0 ? id : id[..end];
        return id.Length is >= ShortestId and <= LongestId && id.IndexOfAnyExcept("0123456789abcdefABCDEF") < 0 ? id.ToString().ToLowerInvariant() : null;
    }

    private static SquashedCommit WithAuthor(SquashedCommit commit, ReadOnlySpan<char> line)
    {
        if (!line.StartsWith(Author))
            return commit;
        ReadOnlySpan<char> author = line[Author.Length..].Trim();
        int open = author.LastIndexOf('<');
        return open < 0 || !author.EndsWith(">") ? commit : commit with { AuthorName = author[..open].Trim().ToString(), AuthorEmail = author[(open + 1)..^1].ToString() };
    }
}
