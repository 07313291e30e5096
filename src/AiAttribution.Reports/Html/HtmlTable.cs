using AiAttribution.Core.Text;
using AiAttribution.Reports.Json;

namespace AiAttribution.Reports.Html;

/// <summary>A table with caption and scopes, in a region that scrolls by itself where it is too wide; on a narrow screen rows are blocks.</summary>
/// <param name="Caption">What it shows.</param>
/// <param name="Heads">Names of the columns; one that ends with <c>:</c> stands over numbers.</param>
internal sealed record HtmlTable(string Caption, params string[] Heads)
{
    /// <summary>Keeps the page readable and below a megabyte, however long the names are.</summary>
    private const int MostCharacters = 250_000;

    /// <summary>Where the rows are that are left out.</summary>
    public string Elsewhere { get; init; } = JsonReport.FileName;

    /// <summary>The rows, the first cell of each being its head; then how many were left out, if any.</summary>
    public Markup Of<T>(IReadOnlyList<T> items, Func<T, Markup[]> cells, int most = int.MaxValue)
    {
        List<Markup> rows = [];
        int size = 0;
        foreach (T item in items.Take(most))
        {
            Markup row = Row(cells(item));
            size += row.Html.Length;
            if (size > MostCharacters)
                break;
            rows.Add(row);
        }

        Markup rest = rows.Count == items.Count ? Markup.Empty : Markup.Of($"<p>{Figures.Number(items.Count - rows.Count)} more are in <code>{Elsewhere}</code>.</p>\n");
        return Markup.Of($"<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"{Caption}\"><table>\n<caption>{Caption}</caption>\n<thead><tr>{Heading}</tr></thead>\n<tbody>\n{Markup.Join(rows)}</tbody></table></div>\n{rest}");
    }

    private Markup Heading => Markup.Join(Heads.Select(h => h.EndsWith(':') ? Markup.Of($"<th scope=\"col\" class=\"n\">{h.TrimEnd(':')}</th>") : Markup.Of($"<th scope=\"col\">{h}</th>")));

    private Markup Row(Markup[] cells) => Markup.Of($"<tr><th scope=\"row\">{cells[0]}</th>{Markup.Join(cells.Skip(1).Select((cell, i) => Cell(cell, Heads[i + 1])))}</tr>\n");

    /// <summary>A narrow screen shows rows as blocks, in which each cell tells its column.</summary>
    private static Markup Cell(Markup content, string head) =>
        Markup.Of($"<td{(head.EndsWith(':') ? new Markup(" class=\"n\"") : Markup.Empty)} data-head=\"{head.TrimEnd(':')}\">{content}</td>");
}
