using System.Globalization;
using AiAttribution.Reports.Html;

namespace AiAttribution.Reports;

/// <summary>A small SVG for a README: a label and a value on a colour. The value says in words what the colour says.</summary>
/// <param name="Label">Left part.</param>
/// <param name="Value">Right part.</param>
/// <param name="Color">Fill behind the value, dark enough for white letters.</param>
internal sealed record Badge(string Label, string Value, string Color)
{
    public const string Good = "#1a6b2f";
    public const string Bad = "#a31621";
    public const string Open = "#6a5200";

    /// <summary>Letters of 11 pixels are at most this wide on average; nothing measures fonts here.</summary>
    private const double LetterWidth = 6.6;

    public string Svg
    {
        get
        {
            int left = Width(Label);
            int right = Width(Value);
            return Markup.Of($"""
                <svg xmlns="http://www.w3.org/2000/svg" width="{left + right}" height="20" role="img" aria-label="{Label}: {Value}">
                <title>{Label}: {Value}</title>
                <rect width="{left}" height="20" fill="#444c56"/><rect x="{left}" width="{right}" height="20" fill="{Color}"/>
                <g fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11"><text x="{Half(left)}" y="14">{Label}</text><text x="{Half((2 * left) + right)}" y="14">{Value}</text></g>
                </svg>

                """).Html.ReplaceLineEndings("\n");
        }
    }

    private static int Width(string text) => (int)Math.Ceiling(text.Length * LetterWidth) + 12;

    private static string Half(int width) => (width / 2.0).ToString("0.#", CultureInfo.InvariantCulture);
}
