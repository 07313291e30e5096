using AiAttribution.Core.Model;
using AiAttribution.Core.Tests.Fixtures;
using AiAttribution.Testing.Files;

namespace AiAttribution.Reports.Tests;

/// <summary>One thing has one figure, in whatever form it is told (<c>build/compare-forms.sh</c> asks the same of a repository).</summary>
public class FormFiguresTests
{
    [Fact]
    public void Every_figure_that_two_forms_of_a_report_tell_is_the_same()
    {
        var figures = new FormFigures(Write(ReportBuilder.Create()));

        Assert.Equal("", string.Join("\n", figures.Differences));
        Assert.True(figures.Compared.Count >= 20, string.Join(", ", figures.Compared));
        Assert.Contains(figures.Compared, f => f.StartsWith("ND 20", StringComparison.Ordinal) && f.EndsWith(" in words", StringComparison.Ordinal));
    }

    [Fact]
    public void Figure_that_one_form_tells_differently_is_named()
    {
        Dictionary<string, string> files = Write(ReportBuilder.Create());
        files["AiAttribution.cdx.json"] = files["AiAttribution.cdx.json"].Replace("\"251\"", "\"250\"", StringComparison.Ordinal);

        Assert.Contains("cdx.json 250", Assert.Single(new FormFigures(files).Differences));
    }

    private static Dictionary<string, string> Write(ReportModel report) => ReportFormats.All.Where(f => !f.NeedsRange).ToDictionary(f => f.FileName, f => f.Write(report));
}
