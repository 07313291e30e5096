using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Hosting;

/// <summary>A table of text, as wide as it must be: a line that a terminal wraps is better than an id cut in two. A header that ends in a colon is of numbers.</summary>
internal sealed class TextTable(params string[] header)
{
    private readonly List<string[]> _rows = [];

    public void Row(params string[] cells) => _rows.Add([.. cells.Select(Printable.Of)]);

    public void Write(TextWriter output)
    {
        string[] names = [.. header.Select(name => name.TrimEnd(':'))];
        int[] widths = [.. names.Select((name, column) => _rows.Select(row => row[column].Length).Append(name.Length).Max())];
        Write(output, names, widths);
        output.Write($" {string.Join('┼', widths.Select(width => new string('─', width + 2)))}\n");
        foreach (string[] row in _rows)
            Write(output, row, widths);
    }

    private void Write(TextWriter output, string[] cells, int[] widths)
    {
        IEnumerable<string> padded = cells.Select((cell, column) => header[column].EndsWith(':') ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]));
        output.Write(("  " + string.Join(" │ ", padded)).TrimEnd(' ') + "\n");
    }
}
