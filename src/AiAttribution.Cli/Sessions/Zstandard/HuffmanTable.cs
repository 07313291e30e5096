using System.Numerics;

namespace AiAttribution.Cli.Sessions.Zstandard;

/// <summary>Prefix codes of literals (RFC 8878, 4.2).</summary>
internal sealed class HuffmanTable
{
    private const int MostBits = 11;
    private const int MostWeightLog = 6;

    private readonly byte[] _symbols;
    private readonly byte[] _lengths;
    private readonly int _bits;

    private HuffmanTable(ReadOnlySpan<byte> weights, int bits)
    {
        _bits = bits;
        _symbols = new byte[1 << bits];
        _lengths = new byte[1 << bits];
        int place = 0;
        for (int weight = 1; weight <= bits; weight++)
        {
            for (int symbol = 0; symbol < weights.Length; symbol++)
            {
                if (weights[symbol] != weight)
                    continue;
                int width = 1 << (weight - 1);
                _symbols.AsSpan(place, width).Fill((byte)symbol);
                _lengths.AsSpan(place, width).Fill((byte)(bits + 1 - weight));
                place += width;
            }
        }
    }

    /// <summary>Reads a tree's description; <paramref name="used"/> tells how many bytes it takes.</summary>
    public static HuffmanTable Read(ReadOnlySpan<byte> bytes, out int used)
    {
        int header = bytes[0];
        Span<byte> weights = stackalloc byte[256];
        int count;
        if (header >= 128)
        {
            count = header - 127;
            used = 1 + ((count + 1) / 2);
            for (int index = 0; index < count; index++)
                weights[index] = (byte)((index & 1) == 0 ? bytes[1 + (index / 2)] >> 4 : bytes[1 + (index / 2)] & 15);
        }
        else
        {
            used = 1 + header;
            count = ReadWeights(bytes.Slice(1, header), weights);
        }

        return Complete(weights, count);
    }

    /// <summary>Decodes one stream until <paramref name="output"/> is full.</summary>
    public void Decode(ReadOnlySpan<byte> stream, Span<byte> output)
    {
        var bits = new ReverseBits(stream);
        for (int index = 0; index < output.Length; index++)
        {
            int code = bits.Peek(_bits);
            output[index] = _symbols[code];
            bits.Skip(_lengths[code]);
        }

        if (bits.Left != 0)
            throw new InvalidDataException("zstd: damaged literals");
    }

    // Two states take turns; the stream ends when a step needs more bits than there are.
    private static int ReadWeights(ReadOnlySpan<byte> bytes, Span<byte> weights)
    {
        FseTable table = FseTable.Read(bytes, mostSymbols: 13, MostWeightLog, out int used);
        var bits = new ReverseBits(bytes[used..]);
        int first = bits.Read(table.Log);
        int second = bits.Read(table.Log);
        int count = 0;
        while (count < 254)
        {
            weights[count++] = (byte)table.Symbol(first);
            if (bits.Left < table.StepBits(first))
            {
                weights[count++] = (byte)table.Symbol(second);
                return count;
            }

            first = table.Next(first, ref bits);
            (first, second) = (second, first);
        }

        throw new InvalidDataException("zstd: damaged weights");
    }

    // The weight of the last symbol is what is missing to a power of two.
    private static HuffmanTable Complete(Span<byte> weights, int count)
    {
        int sum = 0;
        foreach (byte weight in weights[..count])
            sum += weight == 0 ? 0 : 1 << (weight - 1);
        int bits = sum == 0 ? 0 : BitOperations.Log2((uint)sum) + 1;
        int rest = (1 << bits) - sum;
        if (bits is 0 or > MostBits || !BitOperations.IsPow2(rest) || count > 255)
            throw new InvalidDataException("zstd: damaged weights");
        weights[count] = (byte)(BitOperations.Log2((uint)rest) + 1);
        return new HuffmanTable(weights[..(count + 1)], bits);
    }
}
