namespace AiAttribution.Cli.Sessions.Zstandard;

/// <summary>What a frame carries from block to block: its output so far, as far as the window reaches, its tables and its last offsets.</summary>
internal sealed class ZstdFrame(int window, bool hasChecksum)
{
    private const int MostBlock = 128 << 10;

    private readonly ZstdLiterals _literals = new();
    private readonly ZstdSequences _sequences = new();
    private byte[] _output = new byte[Math.Min(window, MostBlock) + MostBlock];
    private int _taken;
    private int _end;

    public bool HasChecksum => hasChecksum;

    /// <summary>Whether the last block was added.</summary>
    public bool IsComplete { get; set; }

    /// <summary>Moves output to the reader.</summary>
    public int Take(Span<byte> buffer)
    {
        int count = Math.Min(buffer.Length, _end - _taken);
        _output.AsSpan(_taken, count).CopyTo(buffer);
        _taken += count;
        return count;
    }

    public void AddRaw(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        _end += bytes.Length;
    }

    public void AddRun(byte value, int count)
    {
        Room(count)[..count].Fill(value);
        _end += count;
    }

    public void AddCompressed(ReadOnlySpan<byte> block)
    {
        Room(MostBlock);
        ReadOnlySpan<byte> literals = _literals.Read(block, out int used);
        _end = _sequences.Run(block[used..], literals, _output.AsSpan(0, Math.Min(_output.Length, _end + MostBlock)), _end);
    }

    // Output that was taken and is out of the window's reach makes room.
    private Span<byte> Room(int count)
    {
        int keep = Math.Min(_taken, Math.Max(0, _end - window));
        if (_end + count > _output.Length && keep >= _output.Length / 2)
        {
            _output.AsSpan(keep, _end - keep).CopyTo(_output);
            _end -= keep;
            _taken -= keep;
        }

        if (_end + count > _output.Length)
            Array.Resize(ref _output, (int)Math.Min(Math.Max(_output.Length * 2L, _end + count), ZstdStream.MostWindow + (4L * MostBlock) + count + _end));
        return _output.AsSpan(_end);
    }
}
