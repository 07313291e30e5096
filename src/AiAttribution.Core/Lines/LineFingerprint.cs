using AiAttribution.Core.Lines.Diff;

namespace AiAttribution.Core.Lines;

/// <summary>How often each pair of neighbouring bytes occurs in a line, letters in lower case and white space as one: what <c>git blame --ignore-rev</c> compares lines by.</summary>
internal sealed class LineFingerprint
{
    private readonly ushort[] _pairs;
    private readonly int[] _counts;

    private LineFingerprint(ushort[] pairs, int[] counts)
    {
        _pairs = pairs;
        _counts = counts;
    }

    public static LineFingerprint Of(ReadOnlySpan<byte> line)
    {
        var all = new List<ushort>(line.Length + 1);
        int before = 0;
        for (int i = 0; i <= line.Length; i++)
        {
            int now = i == line.Length || LineHash.IsWhiteSpace(line[i]) ? 0 : Lower(line[i]);
            if ((before | now) != 0)
                all.Add((ushort)(before | (now << 8)));
            before = now;
        }

        all.Sort();
        var pairs = new List<ushort>(all.Count);
        var counts = new List<int>(all.Count);
        foreach (ushort pair in all)
        {
            if (pairs.Count > 0 && pairs[^1] == pair)
                counts[^1]++;
            else
            {
                pairs.Add(pair);
                counts.Add(1);
            }
        }

        return new LineFingerprint([.. pairs], [.. counts]);
    }

    /// <summary>Number of pairs that both lines have.</summary>
    public int Similarity(LineFingerprint other)
    {
        int shared = 0;
        int j = 0;
        for (int i = 0; i < _pairs.Length; i++)
        {
            while (j < other._pairs.Length && other._pairs[j] < _pairs[i])
                j++;
            if (j == other._pairs.Length)
                break;
            if (other._pairs[j] == _pairs[i])
                shared += Math.Min(_counts[i], other._counts[j]);
        }

        return shared;
    }

    /// <summary>Takes the pairs of a matched line away, so that no other line matches the same part.</summary>
    public void Subtract(LineFingerprint other)
    {
        int j = 0;
        for (int i = 0; i < _pairs.Length; i++)
        {
            while (j < other._pairs.Length && other._pairs[j] < _pairs[i])
                j++;
            if (j == other._pairs.Length)
                break;
            if (other._pairs[j] == _pairs[i])
                _counts[i] = Math.Max(0, _counts[i] - other._counts[j]);
        }
    }

    private static int Lower(byte value) => value is >= (byte)'A' and <= (byte)'Z' ? value + ('a' - 'A') : value;
}
