using System.Globalization;
using System.Text.RegularExpressions;
using AiAttribution.Core.Evidence.Messages;

namespace AiAttribution.Core.Evidence;

/// <summary>Tells by its message whether a commit is a pull request in one piece, and which one.</summary>
internal static partial class SquashSigns
{
    /// <summary>Whether the message is one that servers and git write for several commits in one.</summary>
    /// <param name="message">The message without white space before it.</param>
    /// <param name="quoted">Number of commits that it quotes.</param>
    public static bool AreIn(string message, int quoted) =>
        quoted >= 2
        || QuotedCommits.Separator(message) < message.Length
        || message.StartsWith(SquashMessage.Opening, StringComparison.Ordinal)
        || Subject().IsMatch(FirstLine(message))
        || Link().IsMatch(message);

    /// <summary>Number of the pull or merge request that the message names as the one it brings; null when it names none.</summary>
    public static int? Number(string message)
    {
        message = message.TrimStart();
        Match subject = Subject().Match(FirstLine(message));
        Match named = subject.Success ? subject : Link().Match(message);
        return named.Success && int.TryParse(named.Groups["n"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
    }

    /// <summary>The reference in which the server that wrote the message keeps what was squashed; null when the message does not tell.</summary>
    public static string? Reference(string message)
    {
        if (Number(message) is not { } number)
            return null;
        string subject = FirstLine(message.TrimStart());
        bool isMergeRequest = subject.TrimEnd().EndsWith($"(!{number})", StringComparison.Ordinal) || message.Contains("See merge request", StringComparison.Ordinal);
        return isMergeRequest ? $"refs/merge-requests/{number}/head"
            : subject.StartsWith("Merged in ", StringComparison.Ordinal) ? $"refs/pull-requests/{number}/from"
            : $"refs/pull/{number}/head";
    }

    private static string FirstLine(string message)
    {
        int end = message.AsSpan().IndexOfAny('\r', '\n');
        return end < 0 ? message : message[..end];
    }

    [GeneratedRegex(@"\([#!](?<n>[0-9]{1,9})\)\s*$|^Merged PR (?<n>[0-9]{1,9}):|^Merged in .*\(pull request #(?<n>[0-9]{1,9})\)")]
    private static partial Regex Subject();

    [GeneratedRegex(@"^See merge request \S*!(?<n>[0-9]{1,9})\s*$|^Pull Request resolved: \S*/(?<n>[0-9]{1,9})/?\s*$", RegexOptions.Multiline)]
    private static partial Regex Link();
}
