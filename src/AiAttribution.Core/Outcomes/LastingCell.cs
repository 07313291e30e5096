namespace AiAttribution.Core.Outcomes;

/// <summary>Lasting lines of one type in one week, and what they count for.</summary>
/// <param name="Days">Worth of the cell, by day of the week.</param>
/// <param name="Texts">Keys of the lines' texts (<see cref="TextKey"/>).</param>
internal sealed record LastingCell(IReadOnlyList<double> Days, IReadOnlyList<ulong> Texts);

/// <summary>Tells texts of effective lines apart without holding them.</summary>
internal static class TextKey
{
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>The key of a text (FNV-1a of its UTF-16 units).</summary>
    public static ulong Of(string text)
    {
        ulong key = Basis;
        foreach (char c in text)
            key = (key ^ c) * Prime;
        return key;
    }
}

/// <summary>What tests say of a text, wherever it stands.</summary>
internal enum TextTest
{
    /// <summary>Nobody measured it.</summary>
    Unmeasured,

    /// <summary>Nothing of it can be executed.</summary>
    NotExecutable,

    /// <summary>Measured, and no passing test ran it.</summary>
    NotRun,

    /// <summary>A passing test ran it.</summary>
    Run,
}

/// <summary>How much of normalised deployments a passing test ran, on this very text.</summary>
/// <param name="Low">What was run.</param>
/// <param name="High">With what was not measured.</param>
/// <param name="Executable">Worth of the types with lasting lines that can be executed: what the two are a share of.</param>
internal readonly record struct TestedWorth(double Low, double High, double Executable)
{
    /// <summary>Adds up the cells of a range of days: each counts by the share of its executable lines that was run. Cells without such lines are left out.</summary>
    /// <param name="weeks">Weeks.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day.</param>
    /// <param name="test">What tests say of a text.</param>
    public static TestedWorth Of(IEnumerable<OutcomeWeek> weeks, int from, int to, Func<ulong, TextTest> test)
    {
        double low = 0, high = 0, executable = 0;
        foreach ((OutcomeWeek week, LastingCell cell) in weeks.SelectMany(w => w.Lasting, (w, c) => (w, c)))
        {
            int[] counts = new int[4];
            foreach (ulong text in cell.Texts)
                counts[(int)test(text)]++;
            (int run, int open) = (counts[(int)TextTest.Run], counts[(int)TextTest.Unmeasured]);
            int lines = run + open + counts[(int)TextTest.NotRun];
            if (lines == 0)
                continue;
            double worth = cell.Days.Where((_, i) => OutcomeDay.StartOf(week.Week) + i >= from && OutcomeDay.StartOf(week.Week) + i <= to).Sum();
            low += worth * run / lines;
            high += worth * (run + open) / lines;
            executable += worth;
        }

        return new TestedWorth(low, high, executable);
    }
}
