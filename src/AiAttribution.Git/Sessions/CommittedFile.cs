using System.Text;
using AiAttribution.Core.Lines.Diff;

namespace AiAttribution.Git.Sessions;

/// <summary>One file that a commit added or changed.</summary>
/// <param name="Path">Path in the commit, with <c>/</c>.</param>
/// <param name="Before">Text before; empty for a new file.</param>
/// <param name="After">Text after.</param>
/// <param name="Hunks">What differs.</param>
internal sealed record CommittedFile(string Path, LineText Before, LineText After, IReadOnlyList<Hunk> Hunks)
{
    /// <summary>Number of added lines.</summary>
    public int AddedCount => Hunks.Sum(h => h.NewCount);

    /// <summary>Added lines in their order, without line ends.</summary>
    public IEnumerable<string> Added() => Lines(After, Hunks.Select(h => (h.NewStart, h.NewCount)));

    private static IEnumerable<string> Lines(LineText text, IEnumerable<(int Start, int Count)> ranges)
    {
        foreach ((int start, int count) in ranges)
        {
            for (int line = start; line < start + count; line++)
                yield return Encoding.UTF8.GetString(text.Line(line)).TrimEnd('\n', '\r');
        }
    }
}
