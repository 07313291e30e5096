namespace AiAttribution.Core.Tests.Evidence.Trailers;

/// <summary>Messages made of the lines that decide where a trailer block starts and ends.</summary>
internal static class GeneratedMessages
{
    private static readonly string[] Lines =
    [
        "", "", "", "", " ", "\t", "\r",
        "Co-authored-by: Ann <ann@example.com>", "Co-Authored-By: Claude <noreply@anthropic.com>", "Assisted-by: Claude:opus-4-8",
        "Signed-off-by: Ann <ann@example.com>", "Signed-off-by:Ann", "signed-off-by: Ann", "(cherry picked from commit 12ab)", " (cherry picked from commit 12ab)",
        "Some prose", "More prose: with a colon", "Word: prose", "https://example.com/path", "Key : spaced", "Key\t:tabbed", "Key:", "Key: ", "Key: value  ", "12: digits", "-dash: x",
        "under_score: x", "do.t: x", "Clé: x", "My Key: x", ":", ": no key", " Indented: x", "  continued", "\tcontinued", "  trailing \r",
        "# comment", "#comment: x", " # no comment", "---", "--- ", "--- a/file", "----", "---------", "---\tx", "---x",
        "Conflicts:", "\tfile.txt", "Conflicts: ", "# ------------------------ >8 ------------------------", "# ------------------------ >8 ----------------------",
        "* bullet", "* Key: x", "> Key: x", "- item: one", "```", "Key: value\r", "Key: \u00a0nbsp\u00a0", "Emoji: 🤖 ok", "🤖 Generated with a tool",
    ];

    public static string[] Make(int seed, int count)
    {
        var random = new Random(seed);
        return Enumerable.Range(0, count).Select(_ => Message(random)).ToArray();
    }

    private static string Message(Random random)
    {
        // Half of the messages draw from few lines, so that blocks of several trailers come up often.
        string[] pool = random.Next(2) == 0 ? Lines : Enumerable.Range(0, 5).Select(_ => Lines[random.Next(Lines.Length)]).Append("").ToArray();
        IEnumerable<string> body = Enumerable.Range(0, random.Next(12)).Select(_ => pool[random.Next(pool.Length)]);
        string[] start = random.Next(8) == 0 ? [] : random.Next(4) == 0 ? ["subject"] : ["subject", ""];
        string end = random.Next(4) == 0 ? "" : "\n";
        string message = string.Join('\n', start.Concat(body)) + end;
        return HangsGit(message) ? Message(random) : message;
    }

    // git 2.39 interpret-trailers loops for ever when a scissors line follows a divider.
    private static bool HangsGit(string message) =>
        message.Contains(">8", StringComparison.Ordinal) && message.Split('\n').Any(l => l.StartsWith("---", StringComparison.Ordinal));
}
