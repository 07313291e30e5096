namespace AiAttribution.Core.Evidence.Messages;

/// <summary>Counts the lines of a paragraph from its end upwards, to decide whether it is a trailer block.</summary>
internal struct TrailerCount(TrailerOptions options)
{
    private int _trailers;
    private int _others;
    private int _continuations;
    private bool _recognized;

    /// <summary>A line that is neither blank nor a comment was seen.</summary>
    public bool Any { get; private set; }

    public void Add(ReadOnlySpan<char> line)
    {
        if (TrailerLine.IsComment(line))
            AddOther(0);
        else if (!TrailerLine.IsBlank(line))
            AddText(line);
    }

    /// <summary>All lines are trailers, or a recognized one stands among at least a quarter of trailers.</summary>
    public readonly bool IsBlock()
    {
        int others = _others + _continuations;
        return (_recognized && _trailers * 3L >= others) || (_trailers > 0 && others == 0);
    }

    private void AddText(ReadOnlySpan<char> line)
    {
        Any = true;
        int separator = TrailerLine.Separator(line, options.Separators);
        if (TrailerLine.IsGitGenerated(line))
            AddTrailer(true);
        else if (separator >= 1)
            AddTrailer(IsConfigured(line[..separator]));
        else if (TrailerLine.StartsWithSpace(line))
            _continuations++;
        else
            AddOther(1);
    }

    private void AddTrailer(bool recognized)
    {
        _trailers++;
        _continuations = 0;
        _recognized |= recognized;
    }

    private void AddOther(int lines)
    {
        _others += lines + _continuations;
        _continuations = 0;
    }

    private readonly bool IsConfigured(ReadOnlySpan<char> token)
    {
        foreach (TrailerAlias alias in options.Aliases)
        {
            if (alias.Matches(token))
                return true;
        }

        return false;
    }
}
