using System.Runtime.CompilerServices;

namespace AiAttribution.Core.Lines;

/// <summary>
/// What git compares to find a rename: how many bytes of a content fall to each chunk, a chunk being a line or 64 bytes.
/// The similarity of two contents is the number of bytes that the new one has in common with the old one, by the size of the larger.
/// </summary>
internal sealed class ContentProfile
{
    /// <summary>Score of equal contents.</summary>
    public const int FullScore = 60000;

    /// <summary>Score from which two contents count as a rename: 50 %.</summary>
    public const int LeastScore = FullScore / 2;

    /// <summary>Score from which two files of the same name count as a rename before others are looked at: 75 %.</summary>
    public const int SameNameScore = LeastScore + (FullScore - LeastScore) / 2;

    private const int MostChunk = 64;
    private const int HashRange = 107927;
    private const int BinaryProbe = 8000;

    private readonly int _size;
    private readonly Dictionary<int, int> _bytesByChunk;

    private ContentProfile(int size, Dictionary<int, int> bytesByChunk)
    {
        _size = size;
        _bytesByChunk = bytesByChunk;
    }

    /// <summary>Profile of a content. In a text the CR of a CRLF is left out. As in git 2.44 and later, a last line without its end counts, too; older versions leave it out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ContentProfile Of(ReadOnlySpan<byte> content)
    {
        bool isText = !IsBinary(content);
        var bytesByChunk = new Dictionary<int, int>();
        uint first = 0;
        uint second = 0;
        int length = 0;
        for (int i = 0; i < content.Length; i++)
        {
            uint value = content[i];
            if (isText && value == '\r' && i + 1 < content.Length && content[i + 1] == '\n')
                continue;
            uint previous = first;
            first = (first << 7) ^ (second >> 25);
            second = (second << 7) ^ (previous >> 25);
            first += value;
            if (++length < MostChunk && value != '\n')
                continue;
            Add(bytesByChunk, first, second, length);
            (first, second, length) = (0, 0, 0);
        }

        if (length > 0)
            Add(bytesByChunk, first, second, length);
        return new ContentProfile(content.Length, bytesByChunk);
    }

    /// <summary>Similarity from 0 to <see cref="FullScore"/>; 0 without a count when the sizes alone rule <paramref name="least"/> out.</summary>
    public static int Similarity(ContentProfile old, ContentProfile now, int least)
    {
        long larger = Math.Max(old._size, now._size);
        long difference = larger - Math.Min(old._size, now._size);
        if (larger == 0 || larger * (FullScore - least) < difference * FullScore)
            return 0;
        long copied = 0;
        foreach ((int chunk, int bytes) in old._bytesByChunk)
            copied += Math.Min(bytes, now._bytesByChunk.GetValueOrDefault(chunk));
        return (int)(copied * FullScore / larger);
    }

    /// <summary>Git's test: a NUL among the first 8,000 bytes.</summary>
    public static bool IsBinary(ReadOnlySpan<byte> content) =>
        content[..Math.Min(content.Length, BinaryProbe)].Contains((byte)0);

    private static void Add(Dictionary<int, int> bytesByChunk, uint first, uint second, int length)
    {
        int chunk = (int)((first + second * 0x61) % HashRange);
        bytesByChunk[chunk] = bytesByChunk.GetValueOrDefault(chunk) + length;
    }
}
