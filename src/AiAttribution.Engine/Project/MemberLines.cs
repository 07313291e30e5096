using System.Buffers.Binary;
using System.Security.Cryptography;
using AiAttribution.Core.Members;
using AiAttribution.Core.Text;

namespace AiAttribution.Engine.Project;

/// <summary>What the lines of one member say, and where they come from.</summary>
internal static class MemberLines
{
    private const int HashBytes = 8;

    /// <summary>Commits of its AI lines, in the order of ids.</summary>
    public static IReadOnlyList<LineOrigin> Origins(LineTable table, IReadOnlyList<int> codeLines)
    {
        var lines = new NamedCounts();
        foreach (AiSource source in codeLines.Select(table.SourceOf).OfType<AiSource>())
            lines.Add(source.Commit);
        return [.. lines.Select(l => new LineOrigin(l.Name, l.Count))];
    }

    /// <summary>Hash of its code lines without white space.</summary>
    public static string Hash(LineTable table, IReadOnlyList<int> codeLines)
    {
        byte[] bytes = new byte[codeLines.Count * sizeof(uint)];
        for (int i = 0; i < codeLines.Count; i++)
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i * sizeof(uint)), table.Hashes[codeLines[i] - 1]);
        return Convert.ToHexString(SHA256.HashData(bytes).AsSpan(0, HashBytes));
    }
}
