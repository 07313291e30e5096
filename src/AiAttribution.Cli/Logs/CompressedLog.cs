using System.IO.Compression;
using ZstdSharp;
using ZstdSharp.Unsafe;

namespace AiAttribution.Cli.Logs;

/// <summary>Reads what may be compressed with zstd or gzip, as its name tells. A frame may look back 128 MiB; dictionaries are not read.</summary>
internal static class CompressedLog
{
    private const int MostWindowBits = 27;
    private const string Zstd = ".zst";
    private const string Gzip = ".gz";

    /// <summary>What the names of compressed logs end with.</summary>
    public static IReadOnlyList<string> Endings { get; } = [Zstd, Gzip];

    /// <summary>Opens a log. Where a compressed one is cut off or damaged, or holds more than any log, it ends, and a problem says so.</summary>
    public static Stream Open(string path, LogProblems problems)
    {
        FileStream file = LogFiles.Open(path);
        if (path.EndsWith(Zstd, StringComparison.OrdinalIgnoreCase))
            return new FrontPart(Decompressed(file), problems);
        return path.EndsWith(Gzip, StringComparison.OrdinalIgnoreCase) ? new FrontPart(new GZipStream(file, CompressionMode.Decompress), problems) : file;
    }

    /// <summary>Decompresses what is in memory.</summary>
    /// <exception cref="InvalidDataException">It is damaged, or larger than <paramref name="mostBytes"/>.</exception>
    public static byte[] Decompress(byte[] compressed, int mostBytes)
    {
        using DecompressionStream stream = Decompressed(new MemoryStream(compressed));
        using var output = new MemoryStream();
        byte[] buffer = new byte[16 << 10];
        try
        {
            int read;
            while ((read = stream.Read(buffer)) > 0)
            {
                output.Write(buffer, 0, read);
                if (output.Length > mostBytes)
                    throw new InvalidDataException("zstd: larger than allowed");
            }
        }
        catch (Exception problem) when (IsDamage(problem))
        {
            throw new InvalidDataException("zstd: damaged", problem);
        }

        return output.ToArray();
    }

    private static DecompressionStream Decompressed(Stream source)
    {
        var stream = new DecompressionStream(source, leaveOpen: false);
        stream.SetParameter(ZSTD_dParameter.ZSTD_d_windowLogMax, MostWindowBits);
        return stream;
    }

    private static bool IsDamage(Exception problem) => problem is ZstdException or EndOfStreamException or InvalidDataException;

    private sealed class FrontPart(Stream source, LogProblems problems) : Stream
    {
        // What one call has decompressed is lost when damage follows in the same call.
        private const int MostAtOnce = 4 << 10;

        // A few bytes can stand for an endless text; a session's log of a year is far smaller.
        private const long MostBytes = 4L << 30;

        private long _read;
        private bool _ended;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            if (_read >= MostBytes && !_ended)
                return End($"more than {MostBytes >> 30} GiB when decompressed: what stands before was read");
            try
            {
                int read = _ended ? 0 : source.Read(buffer[..Math.Min(buffer.Length, MostAtOnce)]);
                _read += read;
                return read;
            }
            catch (Exception problem) when (IsDamage(problem))
            {
                return End("damaged compression: what stands before the damage was read; let the agent write it again or delete it");
            }
        }

        private int End(string sentence)
        {
            _ended = true;
            problems.IsCut = true;
            problems.Add(sentence);
            return 0;
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
    }
}
