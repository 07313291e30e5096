using System.Numerics;

namespace AiAttribution.Cli.Sessions.Zstandard;

/// <summary>A table of finite state entropy (RFC 8878, 4.1): each state gives a symbol and leads to the next by some bits.</summary>
internal sealed class FseTable
{
    private readonly byte[] _symbols;
    private readonly byte[] _bits;
    private readonly ushort[] _bases;

    private FseTable(int log)
    {
        Log = log;
        _symbols = new byte[1 << log];
        _bits = new byte[1 << log];
        _bases = new ushort[1 << log];
    }

    public int Log { get; }

    public int Symbol(int state) => _symbols[state];

    public int Next(int state, ref ReverseBits bits) => _bases[state] + bits.Read(_bits[state]);

    /// <summary>How many bits the step from a state takes.</summary>
    public int StepBits(int state) => _bits[state];

    /// <summary>A table with one symbol, which takes no bits.</summary>
    public static FseTable Of(byte symbol)
    {
        var table = new FseTable(0);
        table._symbols[0] = symbol;
        return table;
    }

    /// <summary>Reads a table's description; <paramref name="used"/> tells how many bytes it takes.</summary>
    public static FseTable Read(ReadOnlySpan<byte> bytes, int mostSymbols, int mostLog, out int used)
    {
        var bits = new ForwardBits(bytes);
        int log = bits.Read(4) + 5;
        if (log > mostLog)
            throw new InvalidDataException("zstd: entropy table too large");
        var counts = new List<short>();
        int remaining = (1 << log) + 1;
        while (remaining > 1 && counts.Count < mostSymbols)
        {
            int count = ReadCount(ref bits, remaining);
            counts.Add((short)count);
            remaining -= Math.Abs(count);
            if (count == 0)
                AddZeros(ref bits, counts);
        }

        if (remaining != 1 || counts.Count > mostSymbols)
            throw new InvalidDataException("zstd: damaged entropy table");
        used = bits.BytesUsed;
        return Build([.. counts], log);
    }

    /// <summary>Spreads symbols over the states by their counts; -1 is a count below one.</summary>
    public static FseTable Build(ReadOnlySpan<short> counts, int log)
    {
        var table = new FseTable(log);
        int size = 1 << log;
        int high = size;
        Span<ushort> next = stackalloc ushort[counts.Length];
        for (int symbol = 0; symbol < counts.Length; symbol++)
        {
            next[symbol] = (ushort)Math.Max((short)1, counts[symbol]);
            if (counts[symbol] == -1)
                table._symbols[--high] = (byte)symbol;
        }

        table.Spread(counts, size, high);
        for (int state = 0; state < size; state++)
        {
            int value = next[table._symbols[state]]++;
            table._bits[state] = (byte)(log - BitOperations.Log2((uint)value));
            table._bases[state] = (ushort)((value << table._bits[state]) - size);
        }

        return table;
    }

    private void Spread(ReadOnlySpan<short> counts, int size, int high)
    {
        int step = (size >> 1) + (size >> 3) + 3;
        int place = 0;
        for (int symbol = 0; symbol < counts.Length; symbol++)
        {
            for (int time = 0; time < counts[symbol]; time++)
            {
                _symbols[place] = (byte)symbol;
                do
                    place = (place + step) & (size - 1);
                while (place >= high);
            }
        }
    }

    private static int ReadCount(ref ForwardBits bits, int remaining)
    {
        int width = BitOperations.Log2((uint)remaining) + 1;
        int value = bits.Peek(width);
        int lowMask = (1 << (width - 1)) - 1;
        int threshold = (1 << width) - 1 - remaining;
        if ((value & lowMask) < threshold)
        {
            bits.Skip(width - 1);
            value &= lowMask;
        }
        else
        {
            bits.Skip(width);
            if (value > lowMask)
                value -= threshold;
        }

        return value - 1;
    }

    private static void AddZeros(ref ForwardBits bits, List<short> counts)
    {
        int repeat;
        do
        {
            repeat = bits.Read(2);
            for (int time = 0; time < repeat && counts.Count <= 256; time++)
                counts.Add(0);
        }
        while (repeat == 3);
    }
}
