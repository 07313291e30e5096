using System.Runtime.CompilerServices;

namespace AiAttribution.Cli.Logs;

/// <summary>Finds where an array or object of JSON ends, several times faster than reading it.</summary>
internal static class JsonEnd
{
    /// <summary>Place of the bracket that closes the one at the beginning; -1 when there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Of(ReadOnlySpan<byte> json)
    {
        int depth = 0;
        for (int i = 0; i < json.Length; i++)
        {
            byte c = json[i];
            if (c == '"')
            {
                int end = OfText(json[(i + 1)..]);
                if (end < 0)
                    return -1;
                i += end + 1;
            }
            else if (c is (byte)'[' or (byte)'{')
            {
                depth++;
            }
            else if (c is (byte)']' or (byte)'}' && --depth == 0)
            {
                return i;
            }
        }

        return -1;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int OfText(ReadOnlySpan<byte> text)
    {
        int start = 0;
        while (text[start..].IndexOfAny((byte)'"', (byte)'\\') is >= 0 and int found)
        {
            int at = start + found;
            if (text[at] == '"')
                return at;
            start = Math.Min(at + 2, text.Length);
        }

        return -1;
    }
}
