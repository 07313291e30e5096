using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Envelopes;
using AiAttribution.Core.Tests.Fixtures;
using AiAttribution.Testing.Json;

namespace AiAttribution.Reports.Tests;

public class EnvelopeReportTests
{
    private static readonly PublishedSchema Schema = PublishedSchema.Read("nuget/ai-attribution-envelope.schema.json");

    private static readonly ReportModel Whole = ReportBuilder.Create() with { Subject = ReportModel.WholeRepository };

    [Fact]
    public void Every_line_is_valid_and_a_fleet_takes_them()
    {
        string text = EnvelopeReport.Write(Whole);

        Assert.All(text.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Empty(Schema.Errors(line)));
        Assert.Equal(text, EnvelopeText.Of(EnvelopeBuilder.Read(text)));
    }

    [Fact]
    public void Lines_add_up_to_the_lines_of_the_report() =>
        Assert.Equal(Whole.Lines.Total, new ReportEnvelope(Whole).Make().Rows.Where(r => r.Table == EnvelopeTables.Lines).Sum(r => (long)r["lines"]!));

    [Fact]
    public void Project_tells_only_what_is_its_own()
    {
        Envelope envelope = EnvelopeBuilder.Read(EnvelopeReport.Write(ReportBuilder.Create()));

        Assert.Equal(("project", "Lib"), (envelope.Head["scope"], envelope.Head["project"]));
        Assert.All(envelope.Rows, r => Assert.True(r.Table.IsOfProjects, r.Table.Name));
    }

    [Fact]
    public void No_file_and_no_member_is_named() => Assert.DoesNotContain("Calc", EnvelopeReport.Write(Whole), StringComparison.Ordinal);

    [Fact]
    public void Hostile_names_are_taken_by_a_fleet()
    {
        ReportModel hostile = HostileReport.Create() with { RepositoryKey = "host.example/owner/shop", Commit = EnvelopeBuilder.Commit };

        Assert.NotEmpty(EnvelopeBuilder.Read(EnvelopeReport.Write(hostile)).Rows);
    }
}
