namespace AiAttribution.Core.Text;

/// <summary>What an <c>.editorconfig</c> file says of generated code, read as the compiler reads it.</summary>
internal sealed class EditorConfig
{
    private const string Key = "generated_code";
    private const int MostSections = 1000;

    private readonly List<(EditorConfigGlob Glob, bool IsGenerated)> _sections = [];

    private EditorConfig()
    {
    }

    /// <summary>Whether files of the folders above do not count.</summary>
    public bool IsRoot { get; private set; }

    /// <summary>Reads the text of a file.</summary>
    public static EditorConfig Parse(string text)
    {
        var config = new EditorConfig();
        string? section = null;
        foreach (ReadOnlySpan<char> raw in text.AsSpan().EnumerateLines())
        {
            ReadOnlySpan<char> line = raw.Trim().TrimStart('\uFEFF');
            if (line.IsEmpty || line[0] is '#' or ';')
                continue;
            if (line[0] == '[')
                section = line.LastIndexOf(']') is > 1 and int close ? line[1..close].ToString() : "";
            else if (Property(line) is { } property && bool.TryParse(property.Value, out bool isSet))
                config.Add(section, property.Key, isSet);
        }

        return config;
    }

    /// <summary>Whether a file is generated; null when nothing is said of it.</summary>
    /// <param name="path">Path from the folder of the <c>.editorconfig</c>, with <c>/</c>.</param>
    public bool? IsGenerated(string path)
    {
        for (int i = _sections.Count - 1; i >= 0; i--)
        {
            if (_sections[i].Glob.Matches(path))
                return _sections[i].IsGenerated;
        }

        return null;
    }

    private void Add(string? section, string key, bool isSet)
    {
        if (section is null)
            IsRoot = key.Equals("root", StringComparison.OrdinalIgnoreCase) ? isSet : IsRoot;
        else if (key.Equals(Key, StringComparison.OrdinalIgnoreCase) && _sections.Count < MostSections && EditorConfigGlob.Parse(section) is { } glob)
            _sections.Add((glob, isSet));
    }

    private static (string Key, string Value)? Property(ReadOnlySpan<char> line)
    {
        int separator = line.IndexOfAny('=', ':');
        if (separator < 1)
            return null;
        ReadOnlySpan<char> value = line[(separator + 1)..];
        int comment = value.IndexOfAny('#', ';');
        return (line[..separator].Trim().ToString(), (comment < 0 ? value : value[..comment]).Trim().ToString());
    }
}
