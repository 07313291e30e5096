using System.Globalization;
using System.Text;
using AiAttribution.Core.Lines;
using AiAttribution.Core.Members;
using AiAttribution.Core.Tests;

namespace AiAttribution.Core.Snapshot;

/// <summary>Marks and coverage of lines, written as runs of equal lines: a letter, a count, and for AI lines the source.</summary>
internal static class SnapshotRuns
{
    public static void AppendMarks(StringBuilder output, AttributedLine[] lines, Func<int, int> renumber)
    {
        for (int start = 0, end; start < lines.Length; start = end)
        {
            end = EndOfRun(lines, start);
            char letter = lines[start].State switch
            {
                LineState.Ai => SnapshotFormat.AiMark,
                LineState.Other => SnapshotFormat.OtherMark,
                _ => SnapshotFormat.UnknownMark,
            };
            AppendRun(output, letter, end - start);
            if (lines[start].State == LineState.Ai)
                output.Append(':').Append(renumber(lines[start].Source).ToString(CultureInfo.InvariantCulture));
        }
    }

    public static void AppendCoverage(StringBuilder output, LineCoverage[] coverage)
    {
        for (int start = 0, end; start < coverage.Length; start = end)
        {
            end = EndOfRun(coverage, start);
            AppendRun(output, SnapshotFormat.CoverageLetters[(int)coverage[start]], end - start);
        }
    }

    /// <summary>Marks of <paramref name="lines"/> lines; null when the runs are malformed, add up to another number or name a missing source.</summary>
    public static AttributedLine[]? ParseMarks(string runs, int lines, int sources)
    {
        AttributedLine[] marks = new AttributedLine[lines];
        int filled = 0;
        foreach (string run in runs.Split([' '], StringSplitOptions.RemoveEmptyEntries))
        {
            int colon = run.IndexOf(':');
            if (Mark(run, colon, sources) is not AttributedLine mark || !Fill(marks, ref filled, mark, run, colon < 0 ? run.Length : colon))
                return null;
        }

        return filled == lines ? marks : null;
    }

    /// <summary>Coverage of <paramref name="lines"/> lines; null when the runs are malformed or add up to another number.</summary>
    public static LineCoverage[]? ParseCoverage(string runs, int lines)
    {
        LineCoverage[] coverage = new LineCoverage[lines];
        int filled = 0;
        foreach (string run in runs.Split([' '], StringSplitOptions.RemoveEmptyEntries))
        {
            int state = SnapshotFormat.CoverageLetters.IndexOf(run[0]);
            if (state < 0 || !Fill(coverage, ref filled, (LineCoverage)state, run, run.Length))
                return null;
        }

        return filled == lines ? coverage : null;
    }

    private static AttributedLine? Mark(string run, int colon, int sources)
    {
        if (run[0] == SnapshotFormat.AiMark)
            return colon > 0 && Number(run.Substring(colon + 1)) is int source && source < sources ? AttributedLine.Ai(source) : null;
        if (colon >= 0)
            return null;
        return run[0] switch
        {
            SnapshotFormat.OtherMark => AttributedLine.Other,
            SnapshotFormat.UnknownMark => AttributedLine.Unknown,
            _ => null,
        };
    }

    private static bool Fill<T>(T[] lines, ref int filled, T value, string run, int end)
    {
        if (Number(run.Substring(1, end - 1)) is not int count || count == 0 || count > lines.Length - filled)
            return false;
        for (int stop = filled + count; filled < stop; filled++)
            lines[filled] = value;
        return true;
    }

    private static int? Number(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    private static int EndOfRun<T>(T[] values, int start)
    {
        EqualityComparer<T> comparer = EqualityComparer<T>.Default;
        int end = start + 1;
        while (end < values.Length && comparer.Equals(values[end], values[start]))
            end++;
        return end;
    }

    private static void AppendRun(StringBuilder output, char letter, int count) =>
        output.Append(' ').Append(letter).Append(count.ToString(CultureInfo.InvariantCulture));
}
