namespace AiAttribution.Cli.Logs;

/// <summary>A short mark of bytes that is the same on every machine (FNV-1a); 0 for none.</summary>
internal static class Fingerprint
{
    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return 0;
        ulong mark = 14695981039346656037;
        foreach (byte value in bytes)
            mark = (mark ^ value) * 1099511628211;
        return mark == 0 ? 1 : mark;
    }
}
