using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace AiAttribution.Git.Objects;

/// <summary>One long-lived <c>git cat-file --batch</c>: an id in, <c>id SP type SP size LF content LF</c> or <c>id SP missing LF</c> out. For one thread at a time.</summary>
internal sealed class CatFileProcess : IDisposable
{
    private const int MostHeaderBytes = 256;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Process _process;
    private readonly Stream _input;
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;

    public CatFileProcess(GitCommand git)
    {
        _process = git.Start("cat-file", "--batch");
        _input = _process.StandardInput.BaseStream;
    }

    /// <summary>Content of an object; null when it is missing or larger than <paramref name="maxBytes"/>.</summary>
    /// <exception cref="IOException">git ended, as it does at a damaged object.</exception>
    public byte[]? Read(string id, int maxBytes)
    {
        _input.Write(Encoding.ASCII.GetBytes(id + "\n"));
        _input.Flush();
        string[] header = ReadHeader().Split(' ');
        if (header.Length != 3)
            return null;
        long size = long.Parse(header[2], CultureInfo.InvariantCulture);
        byte[]? content = size <= Math.Min(maxBytes, Array.MaxLength) ? new byte[size] : null;
        if (content is null)
            Skip(size);
        else
            Fill(content);
        Skip(1);
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
            if (_start == _end)
                Refill();
            byte next = _buffer[_start++];
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

    private void Skip(long count)
    {
        while (count > 0)
        {
            if (_start == _end)
                Refill();
            int step = (int)Math.Min(count, _end - _start);
            _start += step;
            count -= step;
        }
    }

    private void Refill()
    {
        _start = 0;
        _end = _process.StandardOutput.BaseStream.Read(_buffer);
        if (_end == 0)
            throw new EndOfStreamException("git ended");
    }
}
