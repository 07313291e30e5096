using System.Text.RegularExpressions;

namespace AiAttribution.Core.Evidence.Messages;

/// <summary>A commit that a message says it takes back, or brings again.</summary>
/// <param name="Id">Its id as written, full or abbreviated to 7 digits or more, in lower case.</param>
/// <param name="TakesBack">Whether it is taken back (a revert); else brought again (a reapplication, a reland, a cherry-pick).</param>
internal readonly partial record struct CommitReference(string Id, bool TakesBack)
{
    private const int Most = 20;

    private static readonly char[] Separators = [' ', ',', ';', '`', '\'', '"'];

    /// <summary>The commits that a message names so, each once, in order.</summary>
    public static IReadOnlyList<CommitReference> Read(string message)
    {
        if (!message.Contains("commit", StringComparison.Ordinal) && !message.Contains("eland", StringComparison.Ordinal))
            return [];
        List<CommitReference>? found = null;
        foreach (Match match in Named().Matches(message))
        {
            foreach (string word in match.Groups["ids"].Value.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Where(IsId))
            {
                var reference = new CommitReference(word.ToLowerInvariant(), match.Groups["back"].Success);
                found ??= [];
                if (found.Count < Most && !found.Contains(reference))
                    found.Add(reference);
            }
        }

        return found ?? [];
    }

    /// <summary>Whether a message is that of a revert, which may copy the message of what it takes back.</summary>
    public static bool IsRevert(ReadOnlySpan<char> message) =>
        message.StartsWith("Revert \"", StringComparison.Ordinal)
        || ((message.StartsWith("revert:", StringComparison.OrdinalIgnoreCase) || message.StartsWith("revert(", StringComparison.OrdinalIgnoreCase) || message.StartsWith("revert ", StringComparison.OrdinalIgnoreCase))
            && message.Contains("This reverts commit ", StringComparison.Ordinal));

    private static bool IsId(string word) => word.Length is >= 7 and <= 64 && word.AsSpan().IndexOfAnyExcept("0123456789abcdefABCDEF") < 0;

    [GeneratedRegex(
        @"\b((?<back>revert(s|ed|ing)?)|reappl(y|ies|ied|ying)|re-?land(s|ed|ing)?( of)?|cherry[ -]?picked from|backported from)( commits?)? [`'""]?(?<ids>[0-9a-f]{7,64}\b([`'""]?(,| and|, and|;)( commits?)? [`'""]?[0-9a-f]{7,64}\b)*)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Named();
}
