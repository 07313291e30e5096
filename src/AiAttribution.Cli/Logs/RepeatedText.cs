namespace AiAttribution.Cli.Logs;

/// <summary>A name that line after line repeats: it becomes a string once for as long as it stays the same.</summary>
internal sealed class RepeatedText
{
    private byte[] _raw = [];
    private int _length = -1;
    private string? _text;

    /// <summary>Whether the last value had these very bytes.</summary>
    public bool Is(ReadOnlySpan<byte> raw) => _length == raw.Length && raw.SequenceEqual(_raw.AsSpan(0, Math.Max(_length, 0)));

    /// <summary>The name that a JSON string spells (see <see cref="JsonText.Name"/>).</summary>
    public string? Of(ReadOnlySpan<byte> raw)
    {
        if (Is(raw))
            return _text;
        Keep(raw);
        return _text = JsonText.Name(raw);
    }

    private void Keep(ReadOnlySpan<byte> raw)
    {
        if (_raw.Length < raw.Length)
            _raw = new byte[raw.Length * 2];
        raw.CopyTo(_raw);
        _length = raw.Length;
    }
}
