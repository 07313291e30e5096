using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Hosting;

/// <summary>A table of text, as wide as it must be: a line that a terminal wraps is better than an id cut in two. A header that ends in a colon is of
/// numbers; sums of money stand with their points below each other. Written by hand, because a library for tables takes longer to load than what it shows.</summary>
internal sealed class TextTable(params string[] header)
{
    private readonly List<string[]> _rows = [];

    public void Row(params string[] cells) => _rows.Add([.. cells.Select(Printable.Of)]);

    /// <summary>A row of empty cells.</summary>
    public void Gap() => _rows.Add([.. header.Select(_ => "")]);

    public void Write(TextWriter output)
    {
        for (int column = 0; column < header.Length; column++)
            AlignPoints(column);
        string[] names = [.. header.Select(name => name.TrimEnd(':'))];
        int[] widths = [.. names.Select((name, column) => _rows.Select(row => row[column].Length).Append(name.Length).Max())];
        Write(output, names, widths);
        output.Write($" {string.Join('┼', widths.Select(width => new string('─', width + 2)))}\n");
        foreach (string[] row in _rows)
            Write(output, row, widths);
    }

    private void AlignPoints(int column)
    {
        if (!_rows.Exists(row => row[column].Contains('$')) || !header[column].EndsWith(':'))
            return;
        int longest = _rows.Max(row => Fraction(row[column]));
        foreach (string[] row in _rows.Where(row => row[column].Length > 0))
            row[column] += new string(' ', longest - Fraction(row[column]));
    }

    private static int Fraction(string amount) => amount.LastIndexOf('.') is >= 0 and int point ? amount.Length - point : 0;

    private void Write(TextWriter output, string[] cells, int[] widths)
    {
        IEnumerable<string> padded = cells.Select((cell, column) => header[column].EndsWith(':') ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]));
        output.Write(("  " + string.Join(" │ ", padded)).TrimEnd(' ') + "\n");
    }
}
