using System.Globalization;
using System.Text.RegularExpressions;

namespace AiAttribution.Core.Evidence.Messages;

/// <summary>A commit that a message says it takes back, or brings again.</summary>
/// <param name="Id">
/// Its id as written, full or abbreviated to 7 digits or more, in lower case; or the pull request that brought it: <c>#5</c>, with the repository before it where the message names one.
/// </param>
/// <param name="TakesBack">Whether it is taken back (a revert); else brought again (a reapplication, a reland, a cherry-pick).</param>
internal readonly partial record struct CommitReference(string Id, bool TakesBack)
{
    private const int Most = 20;

    private static readonly char[] Separators = [' ', ',', ';', '`', '\'', '"'];

    /// <summary>The commits that a message names so, each once, in order.</summary>
    public static IReadOnlyList<CommitReference> Read(string message)
    {
        if (!message.Contains("commit", StringComparison.Ordinal) && !message.Contains("eland", StringComparison.Ordinal) && !message.Contains("evert", StringComparison.Ordinal))
            return [];
        List<CommitReference>? found = null;
        foreach (Match match in Named().Matches(message))
        {
            foreach (string word in match.Groups["ids"].Value.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Where(IsId))
                Add(ref found, new CommitReference(word.ToLowerInvariant(), match.Groups["back"].Success));
        }

        // Servers that write no id name the pull request.
        if (found is null)
        {
            foreach (Match match in OfRequest().Matches(message))
                Add(ref found, new CommitReference(match.Groups["repository"].Value.ToLowerInvariant() + "#" + match.Groups["n"].Value, true));
        }

        return found ?? [];
    }

    /// <summary>Number of the pull request that the message of a commit says it brings; null when it names none.</summary>
    public static int? Request(string message)
    {
        Match merge = OfMerge().Match(message);
        return merge.Success ? int.Parse(merge.Groups["n"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : SquashSigns.Number(message);
    }

    /// <summary>The pull request that is named instead of an id; null where an id is.</summary>
    public int? NamedRequest => Id.IndexOf('#', StringComparison.Ordinal) is >= 0 and var at && int.TryParse(Id.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    /// <summary>Whether the pull request is named with a repository, which may be another one.</summary>
    public bool NamesRepository => Id.IndexOf('#', StringComparison.Ordinal) > 0;

    /// <summary>The subject that a revert quotes, without the number of a pull request behind it; null when it quotes none.</summary>
    public static string? QuotedSubject(string message)
    {
        Match quoted = Quoted().Match(message);
        return quoted.Success ? WithoutRequest(quoted.Groups["subject"].Value) : null;
    }

    /// <summary>A subject without the number of a pull request behind it.</summary>
    public static string WithoutRequest(string subject) => Numbered().Replace(subject, "").TrimEnd();

    private static void Add(ref List<CommitReference>? found, CommitReference reference)
    {
        found ??= [];
        if (found.Count < Most && !found.Contains(reference))
            found.Add(reference);
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

    [GeneratedRegex(
        @"\brevert(s|ed|ing) ((the )?(pull request|merge request|pr|mr) )?(https://[\w.-]+/)?(?<repository>[\w.-]+/[\w.-]+)?([#!]|/(-/)?(pull|merge_requests)/)(?<n>[0-9]{1,9})\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex OfRequest();

    [GeneratedRegex("^Merge pull request #(?<n>[0-9]{1,9}) from ", RegexOptions.ExplicitCapture)]
    private static partial Regex OfMerge();

    [GeneratedRegex("^Revert \"(?<subject>.+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\s*\([#!][0-9]{1,9}\)\s*$")]
    private static partial Regex Numbered();
}
