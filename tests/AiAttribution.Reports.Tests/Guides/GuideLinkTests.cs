using AiAttribution.Testing.Files;

namespace AiAttribution.Reports.Tests.Guides;

public class GuideLinkTests
{
    private static readonly string[] Docs =
        [.. Directory.GetFiles(Path.Combine(ProjectFiles.Root, "nuget", "docs"), "*.md").Select(file => "nuget/docs/" + Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Pages => ["README.md", "nuget/package.md", "nuget/CHANGELOG.md", .. Docs];

    [Fact]
    public void Readme_is_read_in_five_minutes() =>
        Assert.InRange(new FileInfo(Path.Combine(ProjectFiles.Root, "README.md")).Length, 1, 8192);

    [Theory]
    [MemberData(nameof(Pages))]
    public void Relative_link_leads_to_a_file_and_a_heading_that_exist(string page) =>
        Assert.All(MarkdownPage.Of(page).Links.Where(link => !link.Contains("://", StringComparison.Ordinal)), link =>
        {
            string[] parts = link.Split('#');
            string target = parts[0].Length == 0 ? page : Path.Combine(Path.GetDirectoryName(page)!, parts[0]);
            Assert.True(File.Exists(Path.Combine(ProjectFiles.Root, target)), $"{page} leads to {link}, which does not exist");
            if (parts.Length > 1)
                Assert.Contains(parts[1], MarkdownPage.Of(target).Anchors);
        });

    [Fact]
    public void Readme_leads_to_every_guide()
    {
        IEnumerable<string> rows = MarkdownPage.Of("README.md").Rows("guide", "tells").Select(row => row[0].Split('(', ')')[1]);

        Assert.Equal(Docs.Where(page => !IsReference(Path.GetFileName(page))), rows.Where(page => page != "nuget/CHANGELOG.md").Order(StringComparer.Ordinal));
    }

    private static bool IsReference(string name) => name.StartsWith("AIA", StringComparison.Ordinal) || name is "attestation-v1.md" or "cyclonedx-properties.md";
}
