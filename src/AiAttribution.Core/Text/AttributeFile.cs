namespace AiAttribution.Core.Text;

/// <summary>Lines of a <c>.gitattributes</c> file, as git reads them: a pattern, then <c>name</c>, <c>-name</c>, <c>!name</c> or <c>name=value</c>; a later line wins.</summary>
internal sealed class AttributeFile
{
    /// <summary>The value of an attribute that is named alone.</summary>
    public const string Set = "true";

    /// <summary>The value of one with a minus before it.</summary>
    public const string Unset = "false";

    private const string Macro = "[attr]";
    private const int MostLines = 10_000;

    private readonly List<(Glob Pattern, string[] Attributes)> _lines = [];
    private readonly Dictionary<string, string[]> _macros = new(StringComparer.Ordinal) { ["binary"] = ["-diff", "-merge", "-text"] };

    /// <summary>Reads a file. Lines that git does not take are passed over.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="root">The file at the root, whose macros count everywhere; null for that file itself.</param>
    public static AttributeFile Parse(string text, AttributeFile? root = null)
    {
        var file = new AttributeFile();
        foreach ((string name, string[] meant) in root?._macros ?? [])
            file._macros[name] = meant;
        foreach (string line in text.ReplaceLineEndings("\n").Split('\n').Take(MostLines))
            file.Add(line.Trim(' ', '\t', '\uFEFF'));
        return file;
    }

    /// <summary>What it says of an attribute of a file.</summary>
    /// <param name="path">Path from the folder of this file, with <c>/</c>.</param>
    /// <param name="name">Name of the attribute.</param>
    /// <param name="value">The value, <see cref="Set"/> or <see cref="Unset"/>; null where it takes back what was said before.</param>
    /// <returns>False when it says nothing.</returns>
    public bool Find(string path, string name, out string? value)
    {
        value = null;
        bool found = false;
        foreach ((Glob pattern, string[] attributes) in _lines)
        {
            if (Array.Exists(attributes, attribute => Names(attribute, name)) && pattern.Matches(path))
            {
                value = Value(attributes.Last(attribute => Names(attribute, name)));
                found = true;
            }
        }

        return found;
    }

    private void Add(string line)
    {
        if (line.Length == 0 || line[0] is '#' or '!')
            return;
        int end = line[0] == '"' ? line.IndexOf('"', 1) : line.IndexOfAny([' ', '\t']);
        if (end < 0)
            return;
        string pattern = line[0] == '"' ? line[1..end] : line[..end];
        string[] attributes = [.. line[(end + 1)..].Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries).SelectMany(Expand)];
        if (pattern.StartsWith(Macro, StringComparison.Ordinal))
            _macros[pattern[Macro.Length..]] = attributes;
        else if (pattern.Length > 0 && !pattern.EndsWith('/'))
            _lines.Add((Glob.ForPaths(pattern), attributes));
    }

    private string[] Expand(string attribute) => _macros.TryGetValue(attribute, out string[]? meant) ? [attribute, .. meant] : [attribute];

    private static bool Names(string attribute, string name)
    {
        ReadOnlySpan<char> bare = attribute.AsSpan(attribute[0] is '-' or '!' ? 1 : 0);
        int equals = bare.IndexOf('=');
        return (equals < 0 ? bare : bare[..equals]).SequenceEqual(name);
    }

    private static string? Value(string attribute) => attribute[0] switch
    {
        '!' => null,
        '-' => Unset,
        _ => attribute.IndexOf('=', StringComparison.Ordinal) is >= 0 and var equals ? attribute[(equals + 1)..] : Set,
    };
}
