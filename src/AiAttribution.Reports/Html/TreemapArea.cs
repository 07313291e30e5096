namespace AiAttribution.Reports.Html;

/// <summary>A rectangle of a treemap, in the units of the drawing.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Upper edge.</param>
/// <param name="Width">Width, at least 0.</param>
/// <param name="Height">Height, at least 0.</param>
internal readonly record struct TreemapArea(double X, double Y, double Width, double Height)
{
    /// <summary>The rectangle within a border.</summary>
    /// <param name="top">Border at the top.</param>
    /// <param name="rest">Border at the other sides.</param>
    public TreemapArea Within(double top, double rest) =>
        new(X + rest, Y + top, Math.Max(0, Width - (2 * rest)), Math.Max(0, Height - top - rest));
}
