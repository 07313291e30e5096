namespace AiAttribution.Cli.Capture;

/// <summary>Reads what git tells a post-rewrite hook: <c>old SP new</c>, possibly more, on each line.</summary>
internal static class RewrittenCommits
{
    private const int MostLines = 100_000;

    public static IReadOnlyList<(string Old, string New)> Read(TextReader input)
    {
        var pairs = new List<(string, string)>();
        while (pairs.Count < MostLines && input.ReadLine() is { } line)
        {
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length >= 2 && IsId(words[0]) && IsId(words[1]))
                pairs.Add((words[0].ToLowerInvariant(), words[1].ToLowerInvariant()));
        }

        return pairs;
    }

    private static bool IsId(string word) => word.Length is 40 or 64 && word.All(char.IsAsciiHexDigit);
}
