using AiAttribution.Core.Tests.Fixtures;
using AiAttribution.Reports.Html;
using AiAttribution.Reports.Markdown;

namespace AiAttribution.Reports.Tests;

public class GateScopeTests
{
    private const string Scope = "brought, and nothing older";

    [Fact]
    public void Gate_of_a_release_says_that_it_is_about_the_range()
    {
        Assert.Contains(Scope, DeltaMarkdown.Write(DeltaBuilder.Report()), StringComparison.Ordinal);
        Assert.Contains(Scope, MarkdownReport.Write(DeltaBuilder.Report()), StringComparison.Ordinal);
        Assert.Contains(Scope, HtmlReport.Write(DeltaBuilder.Report()).Split("id=\"questions\"")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Gate_of_a_repository_is_about_all_of_it()
    {
        Assert.DoesNotContain(Scope, MarkdownReport.Write(ReportBuilder.Create()), StringComparison.Ordinal);
        Assert.DoesNotContain(Scope, HtmlReport.Write(ReportBuilder.Create()), StringComparison.Ordinal);
    }
}
