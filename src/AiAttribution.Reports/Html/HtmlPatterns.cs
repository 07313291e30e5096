namespace AiAttribution.Reports.Html;

/// <summary>Six fills that differ by pattern and not only by colour, defined once for the page.</summary>
internal static class HtmlPatterns
{
    public static readonly Markup Definitions = Markup.Of($"<svg class=\"defs\" aria-hidden=\"true\" width=\"0\" height=\"0\"><defs>{Markup.Join(Drawings.Select(Pattern))}</defs></svg>\n");

    private static string[] Drawings =>
    [
        "",
        "M-2 2l4-4M0 8l8-8M6 10l4-4",
        "M0 0l8 8M0 8l8-8",
        "M0 4h8",
        "M4 0v8",
        "M3 3h2v2h-2z",
    ];

    private static Markup Pattern(string drawing, int number) => Markup.Of(
        $"<pattern id=\"p{number}\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\"><rect width=\"8\" height=\"8\" class=\"f{number}\"/><path d=\"{drawing}\" class=\"ink\"/></pattern>");
}
