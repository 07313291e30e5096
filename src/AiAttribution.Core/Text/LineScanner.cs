using System.Runtime.CompilerServices;

namespace AiAttribution.Core.Text;

/// <summary>Splits and hashes a text that arrives in pieces, so that a compiler's buffer need not become one string.</summary>
/// <remarks>The hash is FNV-1a over UTF-16 units without whitespace and byte order marks, finished by MurmurHash3's mixer.</remarks>
internal sealed class LineScanner
{
    /// <summary>Size of pieces that suits most callers, in characters.</summary>
    public const int BufferSize = 8192;

    private const uint OffsetBasis = 2166136261;
    private const uint Prime = 16777619;

    private readonly List<int> _starts = [];
    private readonly List<uint> _hashes = [];
    private uint _hash = OffsetBasis;
    private int _position;
    private bool _atLineStart = true;

    /// <summary>Reads the next <paramref name="count"/> characters.</summary>
#if NET
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
#endif
    public void Add(char[] buffer, int count)
    {
        uint hash = _hash;
        for (int i = 0; i < count; i++)
        {
            if (_atLineStart)
            {
                _starts.Add(_position + i);
                _atLineStart = false;
            }

            char c = buffer[i];
            if (c == '\n')
            {
                _hashes.Add(Mix(hash));
                hash = OffsetBasis;
                _atLineStart = true;
            }
            else if (!IsSkipped(c))
            {
                hash = unchecked((hash ^ c) * Prime);
            }
        }

        _hash = hash;
        _position += count;
    }

    /// <summary>The lines of all that was read.</summary>
    public TextLines Finish()
    {
        if (!_atLineStart)
            _hashes.Add(Mix(_hash));
        return new TextLines(_starts.ToArray(), _hashes.ToArray());
    }

    /// <summary>Hashes of the first lines of all that was read; the scanner is as new afterwards, and need not be made anew for the next text.</summary>
    public uint[] TakeHashes(int most)
    {
        if (!_atLineStart)
            _hashes.Add(Mix(_hash));
        uint[] hashes = _hashes.GetRange(0, Math.Min(most, _hashes.Count)).ToArray();
        _hashes.Clear();
        _starts.Clear();
        _hash = OffsetBasis;
        _position = 0;
        _atLineStart = true;
        return hashes;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsSkipped(char c) => c <= ' ' || (c > '\u007f' && (char.IsWhiteSpace(c) || c == '\ufeff'));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Mix(uint hash)
    {
        unchecked
        {
            hash = (hash ^ (hash >> 16)) * 0x85ebca6b;
            hash = (hash ^ (hash >> 13)) * 0xc2b2ae35;
            return hash ^ (hash >> 16);
        }
    }
}
