namespace AiAttribution.Reports.Html;

/// <summary>A page around its parts: self-contained, of the house's look. It loads nothing and runs nothing, and its policy lets nothing else in.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Answer">Anchor of the answer, for those who skip the header.</param>
/// <param name="Header">What stands above the answer.</param>
/// <param name="Main">The questions.</param>
/// <param name="Footer">What stands below them.</param>
internal sealed record HtmlPage(Markup Title, string Answer, Markup Header, Markup Main, Markup Footer)
{
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

    /// <summary>Style of its own, behind that of all pages.</summary>
    public string Style { get; init; } = "";

    /// <summary>The page as text with LF line ends.</summary>
    public string Write() => Markup.Of($"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="{new Markup(Policy)}">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="referrer" content="no-referrer">
        <title>{Title}</title>
        <style>{HtmlStyle.Text}{new Markup(Style)}</style>
        </head>
        <body>
        {HtmlPatterns.Definitions}<a class="skip" href="#{Answer}">To the answer</a>
        <header>
        {Header}</header>
        <main>
        {Main}</main>
        <footer>{Footer}</footer>
        </body>
        </html>

        """).Html.ReplaceLineEndings("\n");
}
