using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace AiAttribution.Engine.Project;

/// <summary>Names what the search for members has found by all that decides it: the file's path, its text, and the symbols if the text has conditions.</summary>
/// <param name="High">First half of the SHA-256 of these, cut to 16 bytes.</param>
/// <param name="Low">Second half.</param>
internal readonly record struct MemberKey(ulong High, ulong Low)
{
    /// <summary>The key of something else that was found in the same.</summary>
    /// <param name="kind">Number of the kind; 0 for members.</param>
    public MemberKey Of(uint kind) => this with { Low = Low ^ kind };

    /// <summary>Key of one file.</summary>
    /// <param name="path">Path: it may tell that code is generated.</param>
    /// <param name="symbols">Preprocessor symbols; their order is part of the key.</param>
    /// <param name="text">Source text.</param>
    public static MemberKey Of(string path, string symbols, string text)
    {
        string head = string.Concat(path, "\0", HasConditions(text) ? symbols + "\0" : "\0");
        char[] all = ArrayPool<char>.Shared.Rent(head.Length + text.Length);
        head.CopyTo(all);
        text.CopyTo(all.AsSpan(head.Length));
        Span<ulong> sum = stackalloc ulong[SHA256.HashSizeInBytes / sizeof(ulong)];
        SHA256.HashData(MemoryMarshal.AsBytes(all.AsSpan(0, head.Length + text.Length)), MemoryMarshal.AsBytes(sum));
        ArrayPool<char>.Shared.Return(all);
        return new MemberKey(sum[0], sum[1]);
    }

    /// <summary>Whether a line may be an <c>#if</c> or <c>#elif</c>. Any white space may stand after the sign, so it asks for less: true too often costs a search, false would be wrong.</summary>
    private static bool HasConditions(ReadOnlySpan<char> text)
    {
        for (int at = text.IndexOf('#'); at >= 0; at = text.IndexOf('#'))
        {
            text = text[(at + 1)..];
            int end = text.IndexOf('\n');
            if (text[..(end < 0 ? text.Length : end)].IndexOf("if", StringComparison.Ordinal) >= 0)
                return true;
        }

        return false;
    }
}
