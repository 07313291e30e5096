namespace AiAttribution.Core.Outcomes;

/// <summary>The code of a line.</summary>
/// <param name="Line">Number of the line, 1-based.</param>
/// <param name="Text">Its tokens, without comments and without white space but between two words; text inside of strings as it is.</param>
/// <param name="Structure">Its braces and semicolons outside of strings, and the words of what declares namespaces and types, in order: what nesting is read from.</param>
/// <param name="Directive">Name of the directive that the line is, such as <c>else</c>; null for code.</param>
internal readonly record struct CodeLine(int Line, string Text, IReadOnlyList<string> Structure, string? Directive);

/// <summary>Cuts a C# file into lines of code.</summary>
internal sealed class CodeLines(string text)
{
    private readonly CodeCursor _cursor = new(text);
    private bool _declares;

    /// <summary>All lines that hold code or a directive.</summary>
    public IReadOnlyList<CodeLine> Read()
    {
        while (!_cursor.IsAtEnd)
            Token(0);
        _cursor.EndLine();
        return _cursor.Lines;
    }

    /// <summary>Reads a hole of an interpolated string up to the brace that closes it.</summary>
    private void Hole(int hole)
    {
        int depth = 0;
        while (!_cursor.IsAtEnd && !(depth == 0 && _cursor.Current == '}'))
        {
            depth += _cursor.Current == '{' ? 1 : _cursor.Current == '}' ? -1 : 0;
            Token(hole);
        }
    }

    private void Token(int hole)
    {
        char c = _cursor.Current;
        if (c == '#' && _cursor.IsLineEmpty && hole == 0)
            Directive();
        else if (c == '/' && _cursor.Next == '/')
            _cursor.Skip(_cursor.Find("\n", _cursor.At));
        else if (c == '/' && _cursor.Next == '*')
            _cursor.Skip(_cursor.Find("*/", _cursor.At + 2) + 2);
        else if (c is '"' or '\'' || (c is '$' or '@' && CodeLiteral.IsAhead(_cursor)))
            CodeLiteral.Read(_cursor, hole, Hole);
        else if (char.IsLetter(c) || c is '_' or '@')
            Word();
        else
            Other(c, hole);
    }

    private void Directive()
    {
        int start = _cursor.At + 1;
        _cursor.Skip(_cursor.Find("\n", start));
        ReadOnlySpan<char> line = _cursor.From(start).TrimStart();
        int length = 0;
        while (length < line.Length && char.IsLetter(line[length]))
            length++;
        _cursor.Directive(line[..length].ToString());
    }

    private void Word()
    {
        ReadOnlySpan<char> word = _cursor.TakeWord();
        _declares |= word is "namespace" or "class" or "struct" or "interface" or "enum" or "record";
        if (_declares)
            _cursor.Mark(word.ToString());
    }

    private void Other(char c, int hole)
    {
        _cursor.TakeCode();
        if (hole > 0 || c is not ('{' or '}' or ';'))
            return;
        _cursor.Mark(c switch { '{' => "{", '}' => "}", _ => ";" });
        _declares = false;
    }
}
