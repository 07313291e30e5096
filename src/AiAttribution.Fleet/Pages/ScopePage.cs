using AiAttribution.Reports.Html;
using static AiAttribution.Reports.Html.HtmlParts;

namespace AiAttribution.Fleet.Pages;

/// <summary>A page of the fleet: the same questions in the same order for all repositories, a group, and one repository.</summary>
internal sealed class ScopePage(Site site, Scope scope)
{
    private const string Method = "A normalised deployment is one type with ten changed lines or more that ran in production for fourteen days; fewer lines count in part, and of a week that is far above the repository's usual one the rest counts by its logarithm. How often somebody deployed, and how many tokens were used, moves it by nothing. The definition is ours; Amazon's is not public. It says what was shipped and stayed, not whether it was wise: tests, cost and lines gone early stand beside it.";

    private const string Privacy = "No person is in these figures. What fewer than five builders stand behind, or one for most, is told only inside of larger sums. Groups and repositories stand in order of names; each is compared with its own past and with no other.";

    /// <summary>The page as text with LF line ends.</summary>
    public string Write() => new HtmlPage(Inline(Heading), "answers", Header, Questions([.. Sections()]), Markup.Join([Paragraph(Method), Paragraph(Privacy)])) { Style = FleetStyle }.Write();

    private Markup Header => Markup.Of($"""
        <p>{Way}</p>
        <h1>{Heading}</h1>
        <p>{Extent}</p>
        {Partial}{HtmlTheme.Choice}
        """);

    /// <summary>All answers stand in the first screen, what is behind each below.</summary>
    private static Markup Questions(HtmlSection[] sections) => Markup.Of($"""
        <nav aria-label="Answers">
        <ol id="answers">
        {Markup.Join(sections.Select(s => s.Entry))}</ol>
        </nav>
        {Markup.Join(sections.Select(s => s.Page))}
        """);

    /// <summary>Paper holds all: the tables of a fleet are short.</summary>
    private const string FleetStyle = """
        @media screen and (max-width: 36rem) { td.n:empty { display: none; } }
        @media print { section.screen, nav { display: block; } thead th, .n { white-space: normal; } tbody tr:nth-child(n+6) { display: table-row; } .map { max-height: 60mm; } #cost > .scroll ~ .scroll ~ .scroll, #cost > .scroll ~ .scroll ~ p { display: block; } }

        """;

    private string Heading => $"{scope.Title}: what lasting change reached production";

    private Markup Way => scope.File == site.Front.File ? Inline("All repositories") : Markup.Of($"<a href=\"{site.Front.File}\">All repositories</a>");

    private Markup Partial => site.Partial is { } partial ? Markup.Of($"<p><strong>{partial}</strong>: what they hold is in no figure.</p>\n") : Markup.Empty;

    private string Extent => site.Clock is null ? "No envelope is here yet." : $"As known on {site.Clock}, {(scope.Single is null ? Core.Text.Figures.Count(scope.Repositories.Count, "repository", "repositories") : "one repository")}.";

    private IEnumerable<HtmlSection> Sections()
    {
        yield return ChangeSection.Of(site, scope);
        yield return SpendingSection.Of(site, scope);
        yield return QualitySection.Of(scope);
        yield return KnownSection.Of(site, scope);
        if (scope.Group is null && scope.Single is null && site.Groups.Length > 0)
            yield return ListSections.Groups(site);
        if (scope.Single is null)
            yield return ListSections.Repositories(site, scope);
    }
}
