using AiAttribution.Core.Reports;
using AiAttribution.Core.Reports.Model;

namespace AiAttribution.Core.Tests.Reports;

public class ReportFormatsTests
{
    public static TheoryData<string> Names => [.. ReportFormats.All.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Form_ends_its_lines_alike_and_gives_equal_text_for_equal_models(string name)
    {
        ReportFormat format = ReportFormats.Find(name)!;
        string text = format.Write(SampleReport.Create());

        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\r", text, StringComparison.Ordinal);
        Assert.Equal(text, format.Write(SampleReport.Create()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Form_bears_a_report_of_nothing_and_one_of_hostile_names(string name)
    {
        ReportFormat format = ReportFormats.Find(name)!;

        Assert.NotEmpty(format.Write(new ReportModel { Subject = "Lib" }));
        Assert.NotEmpty(format.Write(HostileReport.Create()));
    }

    [Fact]
    public void No_two_forms_share_a_file() => Assert.Equal(ReportFormats.All.Count, ReportFormats.All.Select(f => f.FileName).Distinct().Count());
}
