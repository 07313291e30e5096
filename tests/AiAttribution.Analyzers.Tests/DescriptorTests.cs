using AiAttribution.Testing.Files;
using Microsoft.CodeAnalysis;

namespace AiAttribution.Analyzers.Tests;

public class DescriptorTests
{
    public static TheoryData<string> Ids => [.. All.Select(descriptor => descriptor.Id)];

    [Theory]
    [InlineData("AIA1001", DiagnosticSeverity.Warning)]
    [InlineData("AIA1002", DiagnosticSeverity.Info)]
    [InlineData("AIA1003", DiagnosticSeverity.Info)]
    [InlineData("AIA1004", DiagnosticSeverity.Warning)]
    [InlineData("AIA1005", DiagnosticSeverity.Info)]
    public void Default_severity_is_that_of_the_design(string id, DiagnosticSeverity severity) =>
        Assert.Equal(severity, Descriptor(id).DefaultSeverity);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Help_link_leads_to_the_page_of_the_id(string id) =>
        Assert.Equal($"https://github.com/aiattribution/aiattribution/blob/main/nuget/docs/{id}.md", Descriptor(id).HelpLinkUri);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_bears_id_and_title(string id) =>
        Assert.StartsWith($"# {id}: {Descriptor(id).Title}\n", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", $"{id}.md")));

    [Theory]
    [InlineData("README.md")]
    [InlineData("nuget/docs/getting-started.md")]
    [InlineData("nuget/docs/troubleshooting.md")]
    public void Guide_tells_the_default_severity_of_each(string page) =>
        Assert.Equal(
            All.Select(descriptor => (descriptor.Id, descriptor.DefaultSeverity.ToString().ToLowerInvariant())),
            MarkdownPage.Of(page).Rows(page.EndsWith("troubleshooting.md", StringComparison.Ordinal) ? "code" : "id", "default")
                .Select(row => (row[0].Split('[', ']')[1], row[1]))
                .Where(row => row.Item1.StartsWith("AIA1", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Ids))]
    public void User_may_set_the_severity_and_it_shows_while_typing(string id) => Assert.Empty(Descriptor(id).CustomTags);

    [Fact]
    public void Analyzer_supports_all_of_them() =>
        Assert.Equal(["AIA1001", "AIA1002", "AIA1003", "AIA1005", "AIA9019", "AIA9020"], new MemberTrailsAnalyzer().SupportedDiagnostics.Select(descriptor => descriptor.Id));

    [Fact]
    public void Analyzer_of_tests_supports_its_own() =>
        Assert.Equal(["AIA1004"], new AssertionlessTestAnalyzer().SupportedDiagnostics.Select(descriptor => descriptor.Id));

    private static IEnumerable<DiagnosticDescriptor> All => Descriptors.OfVerdicts.Append(Descriptors.AssertsNothing).OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal);

    private static DiagnosticDescriptor Descriptor(string id) => All.Single(descriptor => descriptor.Id == id);
}
