using System.Text;
using AiAttribution.Core.Lines.Diff;
using AiAttribution.Core.Sessions.Linking;

namespace AiAttribution.Cli.Logs;

/// <summary>What of a text that an agent wrote is the agent's: lines that stood there before, where they were or moved, may be anybody's.</summary>
internal static class OwnLines
{
    /// <summary>Lines of a text without those of the text that it takes the place of.</summary>
    /// <param name="written">Hashes of the lines of the text.</param>
    /// <param name="replaced">Hashes of the lines that stood there before.</param>
    public static uint[] Of(uint[] written, uint[] replaced)
    {
        int most = Math.Min(written.Length, replaced.Length);
        int start = written.AsSpan().CommonPrefixLength(replaced);
        int end = 0;
        while (end < most - start && written[^(end + 1)] == replaced[^(end + 1)])
            end++;
        uint[] now = start + end == 0 ? written : written[start..^end];
        uint[] before = replaced[start..^end];
        if (before.Length == 0 || !now.Intersect(before).Any())
            return now;
        IReadOnlyList<Hunk> hunks = LineDiff.Compare(Text(before), Text(now));
        return OfChange(
            hunks.SelectMany(hunk => now.AsSpan(hunk.NewStart, hunk.NewCount).ToArray()),
            hunks.SelectMany(hunk => before.AsSpan(hunk.OldStart, hunk.OldCount).ToArray()));
    }

    /// <summary>Lines that a change adds without those that it only moves. Lines that stand everywhere are never moved.</summary>
    /// <param name="added">Hashes of the lines that it adds.</param>
    /// <param name="removed">Hashes of the lines that it takes away.</param>
    public static uint[] OfChange(IEnumerable<uint> added, IEnumerable<uint> removed)
    {
        Dictionary<uint, int> moved = removed.Where(LineRarity.IsTelling).GroupBy(line => line).ToDictionary(lines => lines.Key, lines => lines.Count());
        return [.. added.Where(line => !Take(moved, line))];
    }

    private static bool Take(Dictionary<uint, int> moved, uint line)
    {
        if (!moved.TryGetValue(line, out int left) || left == 0)
            return false;
        moved[line] = left - 1;
        return true;
    }

    private static LineText Text(uint[] lines) => LineText.Cut(Encoding.ASCII.GetBytes(string.Concat(lines.Select(line => $"{line:x8}\n"))));
}
