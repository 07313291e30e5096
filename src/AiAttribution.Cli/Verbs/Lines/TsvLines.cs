using AiAttribution.Core.Lines;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Verbs.Lines;

/// <summary>Columns with tabs between them, under a header.</summary>
internal sealed class TsvLines(TextWriter output, bool ranges) : ILinesWriter
{
    public void Write(IEnumerable<FileAttribution> files)
    {
        WriteRow("path", "total", "ai", "other", "unknown", "in_part", ranges ? ["ai_ranges", "in_part_ranges"] : []);
        foreach (FileAttribution file in files)
        {
            WriteRow(
                Printable.Of(file.Path),
                file.LineCount,
                file.Count(LineState.Ai),
                file.Count(LineState.Other),
                file.Unknown,
                file.Count(LineState.InPart),
                ranges ? [LineRanges.Of(file, LineState.Ai), LineRanges.Of(file, LineState.InPart)] : []);
        }
    }

    private void WriteRow(string path, object total, object ai, object other, object unknown, object inPart, string[] more) =>
        output.Write($"{string.Join('\t', [path, total, ai, other, unknown, inPart, .. more])}\n");
}
