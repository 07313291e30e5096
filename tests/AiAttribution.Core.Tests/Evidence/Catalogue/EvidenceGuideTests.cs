using AiAttribution.Core.Evidence;
using AiAttribution.Core.Evidence.Catalogue;
using AiAttribution.Core.Tests.Fixtures;
using AiAttribution.Testing.Files;

namespace AiAttribution.Core.Tests.Evidence.Catalogue;

/// <summary>The tables of the guide to evidence say what the catalogue and the reader do.</summary>
public class EvidenceGuideTests
{
    private static readonly string Section = ProjectFiles.Read("nuget/docs/evidence.md").Split("\n## ").Single(part => part.StartsWith("Trailers and footers", StringComparison.Ordinal));

    private static IEnumerable<string[]> Rows => Section.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries));

    [Fact]
    public void Every_trailer_of_the_catalogue_stands_in_the_guide_and_no_other()
    {
        IEnumerable<string> told = Rows.Where(row => row.Length == 2).SelectMany(row => row[0].Split(", ")).Select(key => key.Trim('`'));

        Assert.Equal(CatalogueFile.Of("disclosure").Concat(CatalogueFile.Of("session")).Select(row => row.Pattern).Append("AI-Session").Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_footer_of_the_catalogue_stands_in_the_guide() =>
        Assert.All(CatalogueFile.Of("footer"), row => Assert.Contains($"`{row.Pattern}`", Section, StringComparison.Ordinal));

    [Fact]
    public void Values_of_the_guide_are_read_as_it_says() => Assert.All(Rows.Where(row => row.Length == 3 && row[0] != "value"), row =>
    {
        EvidenceStatement statement = Assert.Single(CommitClassifier.ClassifyTrailer($"Assisted-by: {row[0].Trim('`')}"));
        Assert.Equal((row[1].Trim('`'), row[2] == "–" ? null : row[2].Trim('`')), (statement.Agent, statement.Model));
    });
}
