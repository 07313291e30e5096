using System.Text.RegularExpressions;
using AiAttribution.Core.Tests.Fixtures;
using AiAttribution.Reports.Html;

namespace AiAttribution.Reports.Tests.Html;

/// <summary>Themes, narrow screens and paper.</summary>
public sealed class HtmlLayoutTests
{
    [Fact]
    public void Themes_are_chosen_without_a_script_and_only_on_a_screen()
    {
        string page = HtmlReport.Write(ReportBuilder.Create());

        Assert.Equal(["theme-system", "theme-light", "theme-dark"], Regex.Matches(page, "<label><input type=\"radio\" name=\"theme\" id=\"([a-z-]+)\"").Select(m => m.Groups[1].Value));
        Assert.Contains("<fieldset class=\"theme\"><legend>Colours</legend>", page, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(page, "color-scheme: dark;"));
        Assert.DoesNotMatch("color-scheme: dark;", Regex.Replace(page, "@media screen.*\n( .*\n)*", ""));
    }

    [Fact]
    public void Narrow_screen_shows_rows_as_blocks_in_which_every_cell_names_its_column()
    {
        string page = HtmlReport.Write(ReportBuilder.Create());

        Assert.Contains("table, caption, tbody, tr, tbody th, td { display: block;", page, StringComparison.Ordinal);
        Assert.Contains("<td class=\"n\" data-head=\"waived\">", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("<td(?![^>]* data-head=\")[ >]", page);
    }

    [Fact]
    public void Paper_holds_the_answer_what_changed_the_cost_and_what_came_of_it_and_says_what_it_leaves_out()
    {
        string page = HtmlReport.Write(ReportBuilder.Create());

        Assert.Equal(["ship", "changes", "cost", "lasts"], Regex.Matches(page, "<section id=\"([a-z]+)\" aria").Select(m => m.Groups[1].Value));
        Assert.Equal(8, Regex.Count(page, "<section id=\"[a-z]+\" class=\"screen\" aria"));
        Assert.Contains("<p class=\"paper\">Printed are the answer with its rules, what changed, what it cost and what came of it, of each table the first rows.", page, StringComparison.Ordinal);
    }
}
