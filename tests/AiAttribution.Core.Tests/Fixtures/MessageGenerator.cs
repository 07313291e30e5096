using CsCheck;

namespace AiAttribution.Core.Tests.Fixtures;

/// <summary>Messages made of the lines that decide where a trailer block starts and ends.</summary>
internal static class MessageGenerator
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

    // Half of the messages draw from few lines, so that blocks of several trailers come up often.
    private static readonly Gen<string[]> Pools =
        Gen.OneOf<string[]>(Gen.Const(Lines), Gen.OneOf(Lines).Array[5].Select(few => few.Append("").ToArray()));

    private static readonly Gen<string[]> Starts = Gen.Frequency(
        (4, Gen.Const<string[]>([])),
        (7, Gen.Const<string[]>(["subject"])),
        (21, Gen.Const<string[]>(["subject", ""])));

    /// <summary>One message.</summary>
    public static Gen<string> Message { get; } = Gen.Select(
        Starts,
        Pools.SelectMany(pool => Gen.OneOf(pool).Array[0, 11]),
        Gen.Frequency((1, ""), (3, "\n")),
        (start, body, end) => string.Join('\n', start.Concat(body)) + end).Where(message => !HangsGit(message));

    /// <summary>The same messages for the same seed.</summary>
    public static string[] Make(int seed, int count) => Message.Array[count].Generate(new PCG(1, (ulong)seed), null, out _);

    // git 2.39 interpret-trailers loops for ever when a scissors line follows a divider.
    private static bool HangsGit(string message) =>
        message.Contains(">8", StringComparison.Ordinal) && message.Split('\n').Any(l => l.StartsWith("---", StringComparison.Ordinal));
}
