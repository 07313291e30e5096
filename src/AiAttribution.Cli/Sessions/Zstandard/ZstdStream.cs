using System.Buffers.Binary;

namespace AiAttribution.Cli.Sessions.Zstandard;

/// <summary>
/// Reads Zstandard (RFC 8878), frame after frame, block by block. The framework has no such reader; logs and archives of agents need one.
/// Dictionaries are not read, and checksums are passed over: what is inside is JSON, and damage shows there.
/// </summary>
internal sealed class ZstdStream(Stream source) : Stream
{
    public const int MostWindow = 128 << 20;

    private const uint Magic = 0xFD2FB528;
    private const uint SkippableMagic = 0x184D2A50;
    private const int MostBlock = 128 << 10;

    private readonly byte[] _block = new byte[MostBlock];
    private ZstdFrame? _frame;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Decompresses what is in memory, up to a size.</summary>
    public static byte[] Decompress(byte[] compressed, int mostBytes)
    {
        using var stream = new ZstdStream(new MemoryStream(compressed));
        using var output = new MemoryStream();
        byte[] buffer = new byte[16 << 10];
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            output.Write(buffer, 0, read);
            if (output.Length > mostBytes)
                throw new InvalidDataException("zstd: larger than allowed");
        }

        return output.ToArray();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        while (true)
        {
            if (_frame is not null && _frame.Take(buffer) is > 0 and int taken)
                return taken;
            if (_frame is null || _frame.IsComplete)
            {
                if (!StartFrame())
                    return 0;
            }
            else
            {
                AddBlockSafely(_frame);
            }
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            source.Dispose();
        base.Dispose(disposing);
    }

    private bool StartFrame()
    {
        Span<byte> word = stackalloc byte[4];
        while (true)
        {
            int read = source.ReadAtLeast(word, word.Length, throwOnEndOfStream: false);
            if (read == 0)
                return false;
            uint magic = BinaryPrimitives.ReadUInt32LittleEndian(word);
            if (read == word.Length && magic == Magic)
                break;
            if (read < word.Length || (magic & 0xFFFFFFF0) != SkippableMagic)
                throw new InvalidDataException("zstd: no frame where one must start");
            Fill(word);
            for (long left = BinaryPrimitives.ReadUInt32LittleEndian(word); left > 0; left -= Math.Min(left, MostBlock))
                Fill(_block.AsSpan(0, (int)Math.Min(left, MostBlock)));
        }

        _frame = ReadHeader();
        return true;
    }

    private ZstdFrame ReadHeader()
    {
        Span<byte> bytes = stackalloc byte[8];
        Fill(bytes[..1]);
        int descriptor = bytes[0];
        bool single = (descriptor & 0x20) != 0;
        long window = 0;
        if (!single)
        {
            Fill(bytes[..1]);
            long unit = 1L << (10 + (bytes[0] >> 3));
            window = unit + (unit / 8 * (bytes[0] & 7));
        }

        int[] dictionarySizes = [0, 1, 2, 4];
        Span<byte> dictionary = bytes[..dictionarySizes[descriptor & 3]];
        Fill(dictionary);
        if (dictionary.IndexOfAnyExcept((byte)0) >= 0)
            throw new InvalidDataException("zstd: needs a dictionary");
        int[] contentSizes = [single ? 1 : 0, 2, 4, 8];
        bytes.Clear();
        Fill(bytes[..contentSizes[descriptor >> 6]]);
        if (single)
            window = BinaryPrimitives.ReadInt64LittleEndian(bytes) + (descriptor >> 6 == 1 ? 256 : 0);
        if (window is < 0 or > MostWindow)
            throw new InvalidDataException("zstd: window larger than allowed");
        return new ZstdFrame((int)window, hasChecksum: (descriptor & 4) != 0);
    }

    // Damaged input leads out of a span somewhere; the spans' own checks stop it there.
    private void AddBlockSafely(ZstdFrame frame)
    {
        try
        {
            AddBlock(frame);
        }
        catch (Exception problem) when (problem is IndexOutOfRangeException or ArgumentException or OverflowException)
        {
            throw new InvalidDataException("zstd: damaged block", problem);
        }
    }

    private void AddBlock(ZstdFrame frame)
    {
        Span<byte> header = stackalloc byte[4];
        Fill(header[..3]);
        header[3] = 0;
        int word = BinaryPrimitives.ReadInt32LittleEndian(header);
        int size = word >> 3;
        int kind = (word >> 1) & 3;
        if (size > MostBlock || kind == 3)
            throw new InvalidDataException("zstd: damaged block");
        Span<byte> block = _block.AsSpan(0, kind == 1 ? 1 : size);
        Fill(block);
        if (kind == 0)
            frame.AddRaw(block);
        else if (kind == 1)
            frame.AddRun(block[0], size);
        else
            frame.AddCompressed(block);
        if ((word & 1) == 0)
            return;
        frame.IsComplete = true;
        if (frame.HasChecksum)
            Fill(header);
    }

    private void Fill(Span<byte> bytes)
    {
        if (source.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
            throw new InvalidDataException("zstd: ends too early");
    }
}
