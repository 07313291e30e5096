using AiAttribution.Core.Model;
using AiAttribution.Reports.Html.Sections;
using AiAttribution.Reports.Json;
using static AiAttribution.Reports.Html.HtmlParts;

namespace AiAttribution.Reports.Html;

/// <summary>Writes <c>AiAttribution.html</c>: one page that answers a release engineer's questions in their order. It loads nothing and runs nothing.</summary>
internal static class HtmlReport
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "AiAttribution.html";

    private const string PaperNote = "Printed are the answer with its rules, what changed, what it cost and what came of it, of each table the first rows. The rest is in the page " + FileName + ".";

    /// <summary>The page as text with LF line ends; equal models give equal bytes.</summary>
    public static string Write(ReportModel report)
    {
        HtmlSection[] sections = Sections(report);
        return new HtmlPage(Markup.Of($"AI attribution of {Title(report)}"), "ship", Header(report), Main(report, sections), Footer).Write();
    }

    private static Markup Footer => Markup.Of($"<p>The same figures for other tools: {Code(JsonReport.FileName)}. This page names no person.</p>");

    private static Markup Header(ReportModel report) => Markup.Of($"""
        <h1>AI attribution of {Title(report)}</h1>
        <div class="under"><p>{(report.Commit is null ? Inline("No commit.") : Markup.Of($"Commit {Code(Short(report.Commit))}."))}</p>
        {HtmlTheme.Choice}</div>
        <p class="paper">{PaperNote}</p>

        """);

    private static Markup Main(ReportModel report, HtmlSection[] sections) => Markup.Of($"""
        {sections[0].Page}<nav aria-labelledby="questions">
        <h2 id="questions">The other questions</h2>
        {Extent(report)}<ol start="5">
        {Markup.Join(sections.Skip(4).Select(s => s.Entry))}</ol>
        </nav>
        {Markup.Join(sections.Skip(1).Select(s => s.Page))}{Glossary.Section}
        """);

    private static string Title(ReportModel report) =>
        ReleaseTitle.Of(report, name => name);

    private static Markup Extent(ReportModel report) => report.Judged is { } judged
        ? Paragraph($"Answers 1 to 5 are about what came since {judged.Base}, the others, folded, about all that is there.")
        : Markup.Empty;

    /// <summary>What a page of a range is not about is folded.</summary>
    private static HtmlSection Aside(ReportModel report, HtmlSection section) => section with { IsFolded = report.Judged is not null };

    private static HtmlSection[] Sections(ReportModel report) =>
    [
        ShipSection.Of(report),
        ChangesSection.Of(report),
        CostSection.Of(report),
        LastingSection.Of(report),
        FindingsSection.Of(report),
        Aside(report, TestsSection.Of(report)),
        Aside(report, DeploymentSection.Of(report)),
        Aside(report, PlacesSection.Of(report)),
        Aside(report, EvidenceSection.Of(report)),
        Aside(report, WaiversSection.Of(report)),
        Aside(report, MethodSection.Of(report)),
    ];
}

/// <summary>Six fills, each with one meaning on the page, that differ by pattern and not only by colour, defined once for the page.</summary>
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
