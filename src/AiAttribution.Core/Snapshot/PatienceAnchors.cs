namespace AiAttribution.Core.Snapshot;

/// <summary>Lines that occur once on each side, as many as keep their order.</summary>
internal static class PatienceAnchors
{
    /// <summary>Pairs of line indexes that increase on both sides.</summary>
    public static List<(int Old, int New)> Find(uint[] recorded, int oldStart, int oldEnd, uint[] now, int newStart, int newEnd)
    {
        Dictionary<uint, int> oldLines = UniqueLines(recorded, oldStart, oldEnd);
        Dictionary<uint, int> newLines = UniqueLines(now, newStart, newEnd);
        List<(int Old, int New)> common = [];
        for (int line = newStart; line < newEnd; line++)
        {
            if (newLines[now[line]] == line && oldLines.TryGetValue(now[line], out int old) && old >= 0)
                common.Add((old, line));
        }

        return LongestIncreasing(common);
    }

    private static Dictionary<uint, int> UniqueLines(uint[] hashes, int start, int end)
    {
        Dictionary<uint, int> lines = new(end - start);
        for (int line = start; line < end; line++)
            lines[hashes[line]] = lines.ContainsKey(hashes[line]) ? -1 : line;
        return lines;
    }

    /// <summary>Patience sorting: <c>tails[n]</c> ends the best sequence of n + 1 pairs, <c>before</c> leads back through it.</summary>
    private static List<(int Old, int New)> LongestIncreasing(List<(int Old, int New)> pairs)
    {
        List<int> tails = [];
        int[] before = new int[pairs.Count];
        for (int i = 0; i < pairs.Count; i++)
        {
            int pile = FirstPileNotBelow(pairs, tails, pairs[i].Old);
            before[i] = pile > 0 ? tails[pile - 1] : -1;
            if (pile == tails.Count)
                tails.Add(i);
            else
                tails[pile] = i;
        }

        List<(int Old, int New)> sequence = new(tails.Count);
        for (int i = tails.Count > 0 ? tails[tails.Count - 1] : -1; i >= 0; i = before[i])
            sequence.Add(pairs[i]);
        sequence.Reverse();
        return sequence;
    }

    private static int FirstPileNotBelow(List<(int Old, int New)> pairs, List<int> tails, int old)
    {
        int low = 0;
        int high = tails.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (pairs[tails[middle]].Old < old)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
