using System.Text;

namespace AiAttribution.Core.Outcomes;

/// <summary>Goes through a C# file and puts together the code of each line.</summary>
internal sealed class CodeCursor(string text)
{
    private readonly StringBuilder _line = new();
    private List<string> _structure = [];
    private int _number = 1;

    /// <summary>Lines that have ended and hold code or a directive.</summary>
    public List<CodeLine> Lines { get; } = [];

    /// <summary>Place in the text.</summary>
    public int At { get; private set; }

    public bool IsAtEnd => At >= text.Length;

    public char Current => At < text.Length ? text[At] : '\0';

    public char Next => At + 1 < text.Length ? text[At + 1] : '\0';

    /// <summary>Whether the line holds no code up to here.</summary>
    public bool IsLineEmpty => _line.Length == 0;

    /// <summary>The text from a place up to here.</summary>
    public ReadOnlySpan<char> From(int start) => text.AsSpan(start, At - start);

    /// <summary>Place of a text from here on; the end when it does not come.</summary>
    public int Find(string searched, int from)
    {
        int found = from < text.Length ? text.IndexOf(searched, from, StringComparison.Ordinal) : -1;
        return found < 0 ? text.Length : found;
    }

    /// <summary>The character at a place; none beyond the end.</summary>
    public char Ahead(int at) => at < text.Length ? text[at] : '\0';

    /// <summary>Leaves out what stands before a place; lines end there as anywhere.</summary>
    public void Skip(int to)
    {
        for (; At < Math.Min(to, text.Length); At++)
        {
            if (text[At] == '\n')
                EndLine();
        }
    }

    /// <summary>Takes a character of a string; indentation inside of one is layout, too.</summary>
    public void Take()
    {
        if (IsAtEnd)
            return;
        char c = text[At++];
        if (c == '\n')
            EndLine();
        else if (c != '\r' && (_line.Length > 0 || !char.IsWhiteSpace(c)))
            _line.Append(c);
    }

    /// <summary>Takes a character of code.</summary>
    public void TakeCode()
    {
        char c = text[At++];
        if (c == '\n')
            EndLine();
        else if (!char.IsWhiteSpace(c) && c != '\uFEFF')
            Append([c], At - 1);
    }

    /// <summary>Takes a word.</summary>
    public ReadOnlySpan<char> TakeWord()
    {
        int start = At++;
        while (IsWord(Current))
            At++;
        Append(From(start), start);
        return From(start);
    }

    /// <summary>Adds to what nesting is read from.</summary>
    public void Mark(string token) => _structure.Add(token);

    /// <summary>Adds a line that is a directive.</summary>
    public void Directive(string name) => Lines.Add(new CodeLine(_number, "", [], name));

    /// <summary>The line ends here.</summary>
    public void EndLine()
    {
        if (_line.Length > 0)
        {
            Lines.Add(new CodeLine(_number, _line.ToString(), _structure, null));
            _line.Clear();
            _structure = [];
        }

        _number++;
    }

    /// <summary>White space stays between two words only.</summary>
    private void Append(ReadOnlySpan<char> token, int start)
    {
        if (_line.Length > 0 && IsWord(token[0]) && IsWord(_line[^1]) && start > 0 && char.IsWhiteSpace(text[start - 1]))
            _line.Append(' ');
        _line.Append(token);
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';
}
