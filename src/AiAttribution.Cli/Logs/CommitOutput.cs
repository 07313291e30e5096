using System.Text.RegularExpressions;

namespace AiAttribution.Cli.Logs;

/// <summary>Reads what <c>git commit</c> prints: <c>[main 1a2b3c4] message</c>. A quiet commit prints nothing and stays unseen.</summary>
internal static partial class CommitOutput
{
    /// <summary>Whether a shell command may make a commit.</summary>
    public static bool MayCommit(string? command) =>
        command is not null && command.Contains("git", StringComparison.Ordinal) && Making().IsMatch(command);

    /// <summary>Ids, as far as git printed them.</summary>
    public static IEnumerable<string> Ids(string? output)
    {
        if (output is null || !output.Contains('['))
            yield break;
        foreach (Match match in Line().Matches(output))
            yield return match.Groups[1].Value;
    }

    [GeneratedRegex(@"\b(commit|cherry-pick|revert|merge|am)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Making();

    [GeneratedRegex(@"^\s*\[[\w./+#@-]+(?: HEAD)?(?: \(root-commit\))? ([0-9a-f]{7,64})\]", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Line();
}
