using AiAttribution.Core.Text;

namespace AiAttribution.Reports.Html;

/// <summary>Parts of a whole in figures, each with its share as a bar.</summary>
/// <param name="Title">What the table shows.</param>
/// <param name="Unit">Name of what is counted.</param>
internal sealed record PartsTable(string Title, string Unit)
{
    /// <summary>The table; parts of no size are left out.</summary>
    public Markup Of(IEnumerable<(string Name, int Size)> parts)
    {
        (string Name, int Size)[] shown = [.. parts.Where(p => p.Size > 0)];
        int whole = shown.Sum(p => p.Size);
        return new HtmlTable(Title, "part", Unit + ":", "share:").Of(shown, part =>
            [HtmlParts.Inline(part.Name), HtmlParts.Figure(part.Size), Markup.Of($"{Figures.Percent(part.Size, whole)} {ShareBar.Of(part.Size, whole)}")]);
    }
}
