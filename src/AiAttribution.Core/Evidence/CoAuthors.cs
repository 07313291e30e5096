using AiAttribution.Core.Evidence.Catalogue;
using AiAttribution.Core.Evidence.Messages;

namespace AiAttribution.Core.Evidence;

/// <summary>Who else worked on a commit of which a review bot is a co-author.</summary>
internal static class CoAuthors
{
    private const string GitHub = "@users.noreply.github.com";

    /// <summary>Whether anybody is named as co-author but the author and review bots: then suggestions of several were taken over, and it is not told which lines are whose.</summary>
    /// <param name="commit">The commit.</param>
    /// <param name="reviewers">The review bots that are known.</param>
    public static bool AreThere(CommitFacts commit, ReviewBots reviewers)
    {
        string message = commit.Message;
        for (int start = 0; start < message.Length; start = TrailerLine.End(message, start))
        {
            ReadOnlySpan<char> line = message.AsSpan(start, TrailerLine.End(message, start) - start);
            int separator = TrailerLine.Separator(line, TrailerLine.DefaultSeparators);
            if (separator < 1 || !IsKey(TrailerLine.Trim(line[..separator])))
                continue;
            Signature other = Signature.Parse(TrailerLine.Trim(line[(separator + 1)..]).ToString());
            if (!IsAuthor(commit, other) && !(other.Email is { } email && reviewers.Contains(other.Name, email)))
                return true;
        }

        return false;
    }

    private static bool IsKey(ReadOnlySpan<char> key)
    {
        foreach (string known in CoAuthorRule.Keys)
        {
            if (key.Equals(known, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static bool IsAuthor(CommitFacts commit, Signature other) =>
        string.Equals(other.Name, commit.AuthorName.Trim(), StringComparison.OrdinalIgnoreCase)
        || (other.Email is { Length: > 0 } email && string.Equals(Account(email), Account(commit.AuthorEmail.Trim()), StringComparison.OrdinalIgnoreCase));

    /// <summary>GitHub writes one address with and without the number of the account.</summary>
    private static string Account(string email) =>
        email.EndsWith(GitHub, StringComparison.OrdinalIgnoreCase) && email.IndexOf('+') is > 0 and int plus ? email[(plus + 1)..] : email;
}
