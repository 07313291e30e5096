using System.Text;

namespace AiAttribution.Git.Repositories;

/// <summary>One line of a git configuration.</summary>
/// <param name="Section">Name of the section, lower case.</param>
/// <param name="Subsection">Name of the subsection, its case kept; null without one.</param>
/// <param name="Key">Name of the setting, lower case.</param>
/// <param name="Value">Its value, <c>true</c> where none is given.</param>
internal sealed record ConfigSetting(string Section, string? Subsection, string Key, string Value);

/// <summary>Reads the text of a git configuration as git does: quotes, escapes, comments, and values that go on in the next line. What is wrong is left out.</summary>
internal sealed class ConfigText
{
    private readonly string _text;
    private int _at;
    private string _section = "";
    private string? _subsection;

    private ConfigText(string text) => _text = text.Replace("\r\n", "\n", StringComparison.Ordinal);

    /// <summary>All settings in their order.</summary>
    public static IEnumerable<ConfigSetting> Parse(string text)
    {
        var config = new ConfigText(text);
        while (config._at < config._text.Length)
        {
            char c = config._text[config._at];
            if (char.IsWhiteSpace(c))
                config._at++;
            else if (c is '#' or ';')
                config.SkipLine();
            else if (c == '[')
                config.ReadHeader();
            else
                yield return config.ReadSetting();
        }
    }

    private void ReadHeader()
    {
        _at++;
        string name = ReadUntil("\"]\n").Trim().ToLowerInvariant();
        string? quoted = null;
        if (Is('"'))
        {
            quoted = ReadQuoted();
            ReadUntil("]\n");
        }

        if (Is(']'))
            _at++;
        int dot = name.IndexOf('.', StringComparison.Ordinal);
        (_section, _subsection) = quoted is null && dot >= 0 ? (name[..dot], name[(dot + 1)..]) : (name, quoted);
    }

    private string ReadQuoted()
    {
        var name = new StringBuilder();
        for (_at++; _at < _text.Length && _text[_at] is not ('"' or '\n'); _at++)
        {
            if (_text[_at] == '\\' && _at + 1 < _text.Length)
                _at++;
            name.Append(_text[_at]);
        }

        return name.ToString();
    }

    private ConfigSetting ReadSetting()
    {
        string key = ReadUntil("=#; \t\n").ToLowerInvariant();
        while (Is(' ') || Is('\t'))
            _at++;
        if (Is('='))
            return new ConfigSetting(_section, _subsection, key, ReadValue());
        SkipLine();
        return new ConfigSetting(_section, _subsection, key, "true");
    }

    private string ReadValue()
    {
        var value = new StringBuilder();
        int end = 0;
        bool isQuoted = false;
        for (_at++; _at < _text.Length && _text[_at] != '\n'; _at++)
        {
            char c = _text[_at];
            if (!isQuoted && (c is '#' or ';'))
            {
                SkipLine();
                break;
            }

            if (c == '"')
                isQuoted = !isQuoted;
            else if (c == '\\')
                Escape(value);
            else if (isQuoted || !char.IsWhiteSpace(c) || end > 0)
                value.Append(c);
            if (isQuoted || !char.IsWhiteSpace(c))
                end = value.Length;
        }

        return value.ToString(0, end);
    }

    /// <summary>Adds what a backslash and the character after it stand for; at the end of a line both are nothing.</summary>
    private void Escape(StringBuilder value)
    {
        if (++_at < _text.Length && _text[_at] != '\n')
            value.Append(_text[_at] switch { 'n' => '\n', 't' => '\t', 'b' => '\b', char c => c });
    }

    private string ReadUntil(string ends)
    {
        int start = _at;
        while (_at < _text.Length && !ends.Contains(_text[_at], StringComparison.Ordinal))
            _at++;
        return _text[start.._at];
    }

    private void SkipLine() => ReadUntil("\n");

    private bool Is(char c) => _at < _text.Length && _text[_at] == c;
}
