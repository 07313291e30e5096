using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace AiAttribution.Git.Objects;

/// <summary>
/// One long-lived <c>git cat-file --batch</c>: an id in, <c>id SP type SP size LF content LF</c> or <c>id SP missing LF</c> out. For one thread at a time.
/// With <c>--batch-check</c> there is no content: git does not inflate it.
/// </summary>
internal sealed class CatFileProcess : IDisposable
{
    private const int MostHeaderBytes = 256;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Process _process;
    private readonly Stream _input;
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;

    public CatFileProcess(GitCommand git, string mode)
    {
        _process = git.Start("cat-file", mode);
        _input = _process.StandardInput.BaseStream;
    }

    /// <summary>Size of an object by its header; null when it is missing. With <c>--batch</c> its content is next.</summary>
    /// <exception cref="IOException">git ended, as it does at a damaged object.</exception>
    public long? Size(string id)
    {
        _input.Write(Encoding.ASCII.GetBytes(id + "\n"));
        _input.Flush();
        string[] header = ReadHeader().Split(' ');
        if (header.Length != 3)
            return null;
        return long.TryParse(header[2], NumberStyles.None, CultureInfo.InvariantCulture, out long size) ? size : throw new IOException("git answered with something that is no header of an object");
    }

    /// <summary>Content of an object whose size was asked for before; null when it is missing.</summary>
    /// <exception cref="IOException">git ended, as it does at a damaged object.</exception>
    public byte[]? Read(string id, long size)
    {
        if (Size(id) is not { } found)
            return null;
        if (found != size)
            throw new IOException("git answered with another size");
        var content = new byte[size];
        Fill(content);
        ReadByte();
        return content;
    }

    public void Dispose()
    {
        try
        {
            // The end of its input is git's sign to end.
            _process.StandardInput.Close();
            if (!_process.WaitForExit(Patience))
                _process.Kill();
        }
        catch (Exception problem) when (problem is IOException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It has ended already.
        }

        _process.Dispose();
    }

    private string ReadHeader()
    {
        var header = new StringBuilder();
        while (header.Length < MostHeaderBytes)
        {
            byte next = ReadByte();
            if (next == '\n')
                return header.ToString();
            header.Append((char)next);
        }

        throw new IOException("git answered with something that is no header of an object");
    }

    private void Fill(byte[] content)
    {
        int buffered = Math.Min(content.Length, _end - _start);
        Array.Copy(_buffer, _start, content, 0, buffered);
        _start += buffered;
        _process.StandardOutput.BaseStream.ReadExactly(content, buffered, content.Length - buffered);
    }

    private byte ReadByte()
    {
        if (_start == _end)
        {
            _start = 0;
            _end = _process.StandardOutput.BaseStream.Read(_buffer);
            if (_end == 0)
                throw new EndOfStreamException("git ended");
        }

        return _buffer[_start++];
    }
}
