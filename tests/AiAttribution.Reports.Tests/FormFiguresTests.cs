using AiAttribution.Core.Model;
using AiAttribution.Core.Tests.Fixtures;
using AiAttribution.Testing.Files;

namespace AiAttribution.Reports.Tests;

/// <summary>One thing has one figure, in whatever form it is told (<c>build/compare-forms.sh</c> asks the same of a repository).</summary>
public class FormFiguresTests
{
    [Fact]
    public void Every_figure_that_two_forms_of_a_report_tell_is_the_same() => Compare(ReportBuilder.Create(), 20);

    [Fact]
    public void Every_figure_that_two_forms_of_a_comparison_tell_is_the_same() => Compare(DeltaBuilder.Report(), 8);

    private static void Compare(ReportModel report, int least)
    {
        var figures = new FormFigures(ReportFormats.All.Where(f => report.Delta is not null || !f.NeedsRange).ToDictionary(f => f.FileName, f => f.Write(report)));

        Assert.Empty(figures.Differences);
        Assert.True(figures.Compared.Count >= least, string.Join(", ", figures.Compared));
    }
}
