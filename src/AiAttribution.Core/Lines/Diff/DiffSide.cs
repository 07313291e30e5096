namespace AiAttribution.Core.Lines.Diff;

/// <summary>One of the two texts during a comparison: which lines take part and which are marked as changed.</summary>
internal sealed class DiffSide(LineText text, int count)
{
    // One guard on each side, so that scans need no bounds test.
    private readonly bool[] _changed = new bool[count + 2];

    public LineText Text { get; } = text;

    /// <summary>Number of lines that take part, counted from the first.</summary>
    public int Count { get; } = count;

    /// <summary>Small number of each line's content, the same on both sides.</summary>
    public int[] Classes { get; set; } = [];

    /// <summary>Lines that the bisection compares, ascending.</summary>
    public int[] Kept { get; set; } = [];

    /// <summary>Class of each kept line.</summary>
    public int[] KeptClasses { get; set; } = [];

    public bool IsChanged(int line) => _changed[line + 1];

    public void Mark(int line, bool changed) => _changed[line + 1] = changed;
}
