using AiAttribution.Core.Lines;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Verbs.Lines;

/// <summary>Columns with tabs between them, under a header.</summary>
internal sealed class TsvLines(TextWriter output, bool ranges) : ILinesWriter
{
    public void Write(IEnumerable<FileAttribution> files)
    {
        WriteRow("path", "total", "ai", "other", "unknown", ranges ? "ai_ranges" : null);
        foreach (FileAttribution file in files)
        {
            WriteRow(
                Printable.Of(file.Path),
                file.LineCount,
                file.Count(LineState.Ai),
                file.Count(LineState.Other),
                file.Count(LineState.Unknown),
                ranges ? LineRanges.OfAi(file) : null);
        }
    }

    private void WriteRow(string path, object total, object ai, object other, object unknown, string? aiRanges) =>
        output.Write($"{path}\t{total}\t{ai}\t{other}\t{unknown}{(aiRanges is null ? "" : "\t" + aiRanges)}\n");
}
