namespace AiAttribution.Core.Outcomes;

/// <summary>Follows which top-level type lines of code are in.</summary>
internal sealed class TypeNesting
{
    private readonly Stack<State> _conditions = new();
    private State _now = new([], "", null, 0, null, null);

    /// <summary>Open braces of the type that is read.</summary>
    public int Depth => _now.Depth;

    /// <summary>Whether the line ended outside of types with nothing begun.</summary>
    public bool IsBetweenDeclarations { get; private set; } = true;

    /// <summary>Passes a line; gives the type that it is in, or begins.</summary>
    public string? Pass(CodeLine line)
    {
        if (line.Directive is { } directive)
            Condition(directive);
        string? type = _now.Type;
        IsBetweenDeclarations &= line.Text.Length == 0;
        foreach (string token in line.Structure)
        {
            Pass(token);
            type ??= _now.Type;
        }

        return type;
    }

    /// <summary>Each branch of a condition starts from the same nesting: braces of the others are not its own.</summary>
    private void Condition(string directive)
    {
        if (directive == "if")
            _conditions.Push(_now);
        else if (directive is "else" or "elif" && _conditions.TryPeek(out State? state))
            _now = state;
        else if (directive == "endif")
            _conditions.TryPop(out _);
    }

    private void Pass(string token)
    {
        if (_now.Type is not null)
            InType(token);
        else if (_now.Namespace is not null)
            InNamespaceName(token);
        else
            Outside(token);
    }

    private void InType(string token)
    {
        if (token == "{")
            _now = _now with { Depth = _now.Depth + 1 };
        else if (token == "}" && _now.Depth > 0)
            _now = _now with { Depth = _now.Depth - 1 };
        if ((token == "}" && _now.Depth == 0) || (token == ";" && _now.Depth == 0))
            Outside();
    }

    private void InNamespaceName(string token)
    {
        if (token == ";")
            _now = _now with { File = _now.Namespace!, Namespace = null };
        else if (token == "{")
            _now = _now with { Open = [.. _now.Open, _now.Namespace!], Namespace = null };
        else
            _now = _now with { Namespace = _now.Namespace!.Length == 0 ? token : $"{_now.Namespace}.{token}" };
        IsBetweenDeclarations = _now.Namespace is null;
    }

    private void Outside(string token)
    {
        switch (token)
        {
            case "namespace":
                _now = _now with { Namespace = "" };
                break;
            case "class" or "struct" or "interface" or "enum" or "record":
                _now = _now with { Keyword = token };
                break;
            case "}":
                _now = _now with { Open = _now.Open.Count > 0 ? [.. _now.Open.Take(_now.Open.Count - 1)] : [], Keyword = null };
                IsBetweenDeclarations = true;
                break;
            case "{":
                // A block of top-level code: it closes as a namespace does.
                _now = _now with { Open = [.. _now.Open, ""], Keyword = null };
                break;
            case ";":
                _now = _now with { Keyword = null };
                IsBetweenDeclarations = true;
                break;
            default:
                if (_now.Keyword is not null)
                    _now = _now with { Type = Qualified(token), Keyword = null, Depth = 0 };
                break;
        }
    }

    private void Outside()
    {
        _now = _now with { Type = null, Depth = 0 };
        IsBetweenDeclarations = true;
    }

    private string Qualified(string name) => string.Join('.', _now.Open.Prepend(_now.File).Where(n => n.Length > 0).Append(name));

    private sealed record State(IReadOnlyList<string> Open, string File, string? Type, int Depth, string? Keyword, string? Namespace);
}
