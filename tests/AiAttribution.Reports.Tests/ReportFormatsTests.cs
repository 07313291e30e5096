using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Release;
using AiAttribution.Core.Sessions.Ledger;
using AiAttribution.Core.Tests.Fixtures;

namespace AiAttribution.Reports.Tests;

public class ReportFormatsTests
{
    public static TheoryData<string> Names => [.. ReportFormats.All.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Form_ends_its_lines_alike_and_gives_equal_text_for_equal_models(string name)
    {
        ReportFormat format = ReportFormats.Find(name)!;
        string text = format.Write(DeltaBuilder.Report());

        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\r", text, StringComparison.Ordinal);
        Assert.Equal(text, format.Write(DeltaBuilder.Report()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Form_bears_a_report_of_nothing_and_one_of_hostile_names(string name)
    {
        ReportFormat format = ReportFormats.Find(name)!;

        Assert.NotEmpty(format.Write(Compared(format, new ReportModel { Subject = "Lib" })));
        Assert.NotEmpty(format.Write(Compared(format, HostileReport.Create())));
    }

    [Fact]
    public void No_two_forms_share_a_file() => Assert.Equal(ReportFormats.All.Count, ReportFormats.All.Select(f => f.FileName).Distinct().Count());

    private static ReportModel Compared(ReportFormat format, ReportModel report)
    {
        var point = new ReleasePoint(HostileReport.Name, HostileReport.Name, default, report);
        return format.NeedsRange ? report with { Delta = ReleaseDelta.Of(point, point, [], TokenLedger.Empty) } : report;
    }
}
