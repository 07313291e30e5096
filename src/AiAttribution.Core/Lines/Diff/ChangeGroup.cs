namespace AiAttribution.Core.Lines.Diff;

/// <summary>A cursor over the groups of changed lines of one side. Between any two unchanged lines there is one group, which may be empty, so both sides have the same number of groups.</summary>
internal sealed class ChangeGroup
{
    private readonly DiffSide _side;
    private int _start;

    public ChangeGroup(DiffSide side)
    {
        _side = side;
        ExtendEnd();
    }

    /// <summary>Line after the last of the group.</summary>
    public int End { get; private set; }

    public int Size => End - _start;

    public bool IsEmpty => End == _start;

    public bool MoveNext()
    {
        if (End == _side.Count)
            return false;
        _start = End + 1;
        End = _start;
        ExtendEnd();
        return true;
    }

    public bool MovePrevious()
    {
        if (_start == 0)
            return false;
        End = _start - 1;
        _start = End;
        ExtendStart();
        return true;
    }

    public bool SlideDown()
    {
        if (End >= _side.Count || _side.Classes[_start] != _side.Classes[End])
            return false;
        _side.Mark(_start++, changed: false);
        _side.Mark(End++, changed: true);
        ExtendEnd();
        return true;
    }

    public bool SlideUp()
    {
        if (_start == 0 || _side.Classes[_start - 1] != _side.Classes[End - 1])
            return false;
        _side.Mark(--_start, changed: true);
        _side.Mark(--End, changed: false);
        ExtendStart();
        return true;
    }

    private void ExtendEnd()
    {
        while (_side.IsChanged(End))
            End++;
    }

    private void ExtendStart()
    {
        while (_side.IsChanged(_start - 1))
            _start--;
    }
}
