using System.Buffers.Binary;
using System.Security.Cryptography;
using AiAttribution.Core.Attribution;
using AiAttribution.Core.Reports.Model;
using AiAttribution.Core.Snapshot;

namespace AiAttribution.Git.Collection;

/// <summary>What the lines of one member say, and where they come from.</summary>
internal static class MemberLines
{
    private const int HashBytes = 8;

    /// <summary>Commits of its AI lines, in the order of ids.</summary>
    public static IReadOnlyList<LineOrigin> Origins(FileAttribution file, IReadOnlyList<LineSource> sources, IReadOnlyList<int> codeLines)
    {
        var lines = new NamedCounts();
        int at = 0;
        foreach (int line in codeLines)
        {
            while (at < file.Runs.Count && file.Runs[at].Last < line)
                at++;
            if (at < file.Runs.Count && file.Runs[at] is { State: LineState.Ai, Source: >= 0 } run && run.First <= line)
                lines.Add(sources[run.Source].Commit);
        }

        return [.. lines.Select(l => new LineOrigin(l.Name, l.Count))];
    }

    /// <summary>Hash of its code lines without white space.</summary>
    public static string Hash(SnapshotFile file, IReadOnlyList<int> codeLines)
    {
        byte[] bytes = new byte[codeLines.Count * sizeof(uint)];
        for (int i = 0; i < codeLines.Count; i++)
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i * sizeof(uint)), file.Hashes[codeLines[i] - 1]);
        return Convert.ToHexString(SHA256.HashData(bytes).AsSpan(0, HashBytes));
    }
}
