using System.Globalization;
using System.Text;
using AiAttribution.Core.Text;

namespace AiAttribution.Reports.Html;

/// <summary>HTML that is safe to put on the page: every value filled in was escaped, unless it was markup itself.</summary>
/// <param name="Html">The text of it.</param>
internal readonly record struct Markup(string Html)
{
    public static readonly Markup Empty = new("");

    /// <summary>This, then <paramref name="next"/>.</summary>
    public Markup And(Markup next) => new(Html + next.Html);

    public static Markup Of(FormattableString html) => new(html.ToString(Escaping.Instance));

    public static Markup Join(IEnumerable<Markup> parts)
    {
        var text = new StringBuilder();
        foreach (Markup part in parts)
            text.Append(part.Html);
        return new(text.ToString());
    }

    /// <summary>Text for elements and quoted attributes. What steers a terminal or turns the direction of reading becomes visible.</summary>
    public static string Escape(string text) => Printable.Of(text)
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("'", "&#39;", StringComparison.Ordinal);

    private sealed class Escaping : IFormatProvider, ICustomFormatter
    {
        public static readonly Escaping Instance = new();

        public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : null;

        public string Format(string? format, object? arg, IFormatProvider? formatProvider) => arg switch
        {
            Markup markup => markup.Html,
            IFormattable value => Escape(value.ToString(format, CultureInfo.InvariantCulture)),
            _ => Escape(arg?.ToString() ?? ""),
        };
    }
}
