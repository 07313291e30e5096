namespace AiAttribution.Core.Text;

/// <summary>What a <c>.gitattributes</c> file says of generated code: <c>linguist-generated</c>, set or <c>=true</c>.</summary>
internal sealed class GitAttributes
{
    private const string Attribute = "linguist-generated";
    private const string Macro = "[attr]";
    private const int MostRules = 1000;
    private const int LongestPattern = 1000;

    private readonly List<(Glob Glob, bool IsGenerated)> _rules = [];
    private readonly Dictionary<string, bool> _macros = new(StringComparer.Ordinal);

    private GitAttributes()
    {
    }

    /// <summary>Reads the text of a file.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="root">The file at the root, whose macros count everywhere; null for that file itself.</param>
    public static GitAttributes Parse(string text, GitAttributes? root = null)
    {
        var attributes = new GitAttributes();
        foreach (ReadOnlySpan<char> raw in text.AsSpan().EnumerateLines())
        {
            string line = raw.Trim().TrimStart('\uFEFF').ToString();
            if (line.Length == 0 || line[0] == '#' || attributes._rules.Count >= MostRules)
                continue;
            (string pattern, string rest) = Pattern(line);
            if (pattern.Length is 0 or > LongestPattern || pattern[0] == '!' || State(rest, (root ?? attributes)._macros) is not { } state)
                continue;
            if (!pattern.StartsWith(Macro, StringComparison.Ordinal))
                attributes._rules.Add((Glob.ForPaths(pattern), state));
            else if (root is null)
                attributes._macros[pattern[Macro.Length..]] = state;
        }

        return attributes;
    }

    /// <summary>Whether a file is generated; null when nothing is said of it.</summary>
    /// <param name="path">Path from the folder of the <c>.gitattributes</c>, with <c>/</c>.</param>
    public bool? IsGenerated(string path)
    {
        for (int i = _rules.Count - 1; i >= 0; i--)
        {
            if (_rules[i].Glob.Matches(path))
                return _rules[i].IsGenerated;
        }

        return null;
    }

    private static (string Pattern, string Attributes) Pattern(string line)
    {
        if (line[0] == '"' && line.IndexOf('"', 1) is > 0 and int close)
            return (line[1..close], line[(close + 1)..]);
        int end = line.AsSpan().IndexOfAny(' ', '\t');
        return end < 0 ? (line, "") : (line[..end], line[end..]);
    }

    /// <summary>What the last attribute says that speaks of it; null for none. <c>!</c> takes back as <c>-</c> does.</summary>
    private static bool? State(string attributes, Dictionary<string, bool> macros)
    {
        bool? state = null;
        foreach (string word in attributes.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            state = word switch
            {
                Attribute => true,
                "-" + Attribute or "!" + Attribute => false,
                _ when word.StartsWith(Attribute + "=", StringComparison.Ordinal) => word.EndsWith("=true", StringComparison.OrdinalIgnoreCase),
                _ when macros.TryGetValue(word, out bool macro) => macro,
                _ => state,
            };
        }

        return state;
    }
}
