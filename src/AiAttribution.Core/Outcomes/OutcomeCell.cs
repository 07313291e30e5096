using AiAttribution.Core.Lines;

namespace AiAttribution.Core.Outcomes;

/// <summary>Lines of one type in one week, by day and AI state.</summary>
internal sealed class OutcomeCell
{
    /// <summary>Lasting lines that landed.</summary>
    public CellLines Added { get; } = new();

    /// <summary>Lines that left for good after they had lasted long.</summary>
    public CellLines Removed { get; } = new();

    /// <summary>Lines that landed and may still last.</summary>
    public CellLines Adding { get; } = new();

    /// <summary>Lines that left and may still turn out to be gone.</summary>
    public CellLines Removing { get; } = new();

    /// <summary>Places of the texts that <see cref="Added"/> counts, in the order in which they were given.</summary>
    public List<int> Lasting { get; } = [];

    /// <summary>What has settled is worth, by day and state.</summary>
    public double[] Settled => Value(Added, Removed);

    /// <summary>What it is worth with what may still settle, by day and state.</summary>
    public double[] Possible => Value(Added.And(Adding), Removed.And(Removing));

    /// <summary>The value of a cell, shared by the lines of its larger side: a changed line leaves and comes, and counts once.</summary>
    private static double[] Value(CellLines came, CellLines went)
    {
        CellLines larger = came.Total >= went.Total ? came : went;
        double value = Math.Min(1.0, (double)larger.Total / OutcomeWeeks.LinesOfFullCell);
        return [.. larger.Lines.Select(n => n == 0 ? 0 : value * n / larger.Total)];
    }
}

/// <summary>Numbers of lines by day of the week and AI state.</summary>
internal sealed class CellLines
{
    /// <summary>How many AI states are told apart.</summary>
    public const int States = 3;

    private readonly int[] _lines = new int[OutcomeDay.PerWeek * States];

    /// <summary>The numbers: the states of the first day, then those of the second, and so on.</summary>
    public IReadOnlyList<int> Lines => _lines;

    /// <summary>All of them.</summary>
    public int Total => _lines.Sum();

    /// <summary>Counts a line of a day.</summary>
    public void Add(int day, LineState state) => _lines[((day - OutcomeDay.StartOf(OutcomeDay.Week(day))) * States) + (int)state]++;

    /// <summary>Both together.</summary>
    public CellLines And(CellLines other)
    {
        var both = new CellLines();
        for (int i = 0; i < _lines.Length; i++)
            both._lines[i] = _lines[i] + other._lines[i];
        return both;
    }
}
