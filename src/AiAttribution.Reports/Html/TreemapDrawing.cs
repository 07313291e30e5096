using System.Globalization;

namespace AiAttribution.Reports.Html;

/// <summary>A treemap of two levels as SVG: groups with their names, cells with theirs where there is room. Fills differ by pattern, too.</summary>
/// <param name="Id">Part of ids on the page.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Said">The same in words.</param>
/// <param name="Width">Units of the drawing.</param>
/// <param name="Height">Units of the drawing.</param>
internal sealed record TreemapDrawing(string Id, string Title, string Said, int Width, int Height)
{
    private const double Head = 18;
    private const double Gap = 1.5;
    private const double LineHeight = 14;
    private const double LeastText = 36;
    private const double Bold = 1.15;

    public Markup Of(IReadOnlyList<TreemapGroup> groups)
    {
        IReadOnlyList<TreemapArea> areas = SquarifiedLayout.Of([.. groups.Select(g => g.Size)], new(0, 0, Width, Height));
        return Markup.Of($"<svg class=\"map {Id}\" role=\"img\" aria-labelledby=\"{Id}-t {Id}-d\" viewBox=\"0 0 {Width} {Height}\"><title id=\"{Id}-t\">{Title}</title><desc id=\"{Id}-d\">{Said}</desc>{Markup.Join(groups.Zip(areas, Group))}</svg>\n");
    }

    private static Markup Group(TreemapGroup group, TreemapArea area)
    {
        TreemapArea frame = area.Within(Gap, Gap);
        string name = frame.Height >= Head + LineHeight && frame.Width >= LeastText ? LabelFit.End(group.Name, (frame.Width - 8) / Bold) : "";
        IReadOnlyList<TreemapArea> areas = SquarifiedLayout.Of([.. group.Cells.Select(c => c.Size)], frame.Within(name.Length > 0 ? Head : 0, 0));
        return Markup.Of($"<g><title>{group.Name}</title>{Rectangle(frame, new("class=\"frame\""))}{Label(name, frame, 1, "label head")}{Markup.Join(group.Cells.Zip(areas, Cell))}</g>");
    }

    private static Markup Cell(TreemapCell cell, TreemapArea area)
    {
        if (area.Width < 0.5 || area.Height < 0.5)
            return Markup.Empty;
        string label = area.Height >= LineHeight + 4 && area.Width >= LeastText ? LabelFit.End(cell.Label, area.Width - 8) : "";
        string size = label.Length > 0 && area.Height >= (2 * LineHeight) + 4 ? cell.Size.ToString("N0", CultureInfo.InvariantCulture) : "";
        return Markup.Of($"<g><title>{cell.Told}</title>{Rectangle(area, Markup.Of($"class=\"part\" fill=\"url(#p{cell.Pattern})\""))}{Label(label, area, 1, "label")}{Label(LabelFit.Start(size, area.Width - 8) == size ? size : "", area, 2, "label")}</g>");
    }

    private static Markup Rectangle(TreemapArea area, Markup look) =>
        Markup.Of($"<rect x=\"{Unit(area.X)}\" y=\"{Unit(area.Y)}\" width=\"{Unit(area.Width)}\" height=\"{Unit(area.Height)}\" {look}/>");

    private static Markup Label(string text, TreemapArea area, int line, string look) => text.Length == 0
        ? Markup.Empty
        : Markup.Of($"<text x=\"{Unit(area.X + 4)}\" y=\"{Unit(area.Y + (line * LineHeight) - 1)}\" class=\"{look}\">{text}</text>");

    private static string Unit(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
