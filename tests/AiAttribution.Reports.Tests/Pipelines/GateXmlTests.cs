using System.Xml.Linq;
using AiAttribution.Core.Model;
using AiAttribution.Core.Tests.Fixtures;
using AiAttribution.Reports.Pipelines;
using static AiAttribution.Testing.Verify.Verifier;

namespace AiAttribution.Reports.Tests.Pipelines;

public class GateXmlTests
{
    [Fact]
    public Task Report_with_something_in_every_place() => Verify(GateXml.Write(ReportBuilder.Create()), "xml");

    [Fact]
    public void Hostile_names_leave_it_well_formed()
    {
        XElement suite = Suite(HostileReport.Create());

        Assert.Equal("trails (AIA2001): tested or deployed", suite.Element("testcase")!.Attribute("name")!.Value);
    }

    [Fact]
    public void Gate_that_cannot_tell_is_an_error_and_no_failure()
    {
        XElement suite = Suite(new ReportModel { Subject = "Lib" });

        Assert.Equal(("1", "0"), (suite.Attribute("errors")!.Value, suite.Attribute("failures")!.Value));
        Assert.Equal("Nothing was attributed.", suite.Descendants("error").Single().Attribute("message")!.Value);
    }

    [Fact]
    public void Long_list_ends_with_the_number_of_the_rest() =>
        Assert.EndsWith("and 3 more\n", Suite(HostileReport.Blocking(103)).Descendants("failure").Single().Value, StringComparison.Ordinal);

    private static XElement Suite(ReportModel report) => XDocument.Parse(GateXml.Write(report)).Root!.Element("testsuite")!;
}
