using System.Globalization;

namespace AiAttribution.Reports.Html;

/// <summary>A share as a short bar beside its figure: its length tells all, its fill means nothing, so that the fills of the map have one meaning on the page.</summary>
internal static class ShareBar
{
    private const int Width = 120;

    /// <summary>The bar.</summary>
    /// <param name="share">0 to 1; what lies above fills it.</param>
    public static Markup Of(double share)
    {
        string width = Math.Clamp(share * Width, share > 0 ? 1 : 0, Width).ToString("0.#", CultureInfo.InvariantCulture);
        return Markup.Of($"<svg class=\"share\" aria-hidden=\"true\" width=\"{Width}\" height=\"10\"><rect width=\"{Width}\" height=\"10\" class=\"track\"/><rect width=\"{width}\" height=\"10\" class=\"amount\"/></svg>");
    }

    /// <summary>The bar of a part.</summary>
    public static Markup Of(int part, int whole) => Of(whole == 0 ? 0 : (double)part / whole);
}
