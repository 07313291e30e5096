using AiAttribution.Core.Policy;
using AiAttribution.Engine.Inputs;
using AiAttribution.Testing.Files;

namespace AiAttribution.Engine.Tests.Inputs;

public class CoverageSearchTests
{
    [Theory]
    [InlineData("TestResults/coverage.cobertura.xml", true)]
    [InlineData("tests/T/TestResults/0f/coverage.cobertura.xml", true)]
    [InlineData("tests/T/TestResults/a_b_2026.cobertura.xml", true)]
    [InlineData("artifacts/TestResults/x.cobertura.xml", true)]
    [InlineData("tests/T/coverage.cobertura.xml", true)]
    [InlineData("tests/T/coverage.net8.0.cobertura.xml", true)]
    [InlineData("tests/T/coverage.json", true)]
    [InlineData("tests/T/coverage.net10.0.opencover.xml", true)]
    [InlineData("tests/T/coverage.info", true)]
    [InlineData("tests/T/coverage.md", false)]
    [InlineData("TestResults/coverage.opencover.xml", true)]
    [InlineData("TestResults/0f/coverage.json", true)]
    [InlineData("TestResults/0f/coverage.info", true)]
    [InlineData("TestResults/other.xml", false)]
    [InlineData("tests/T/bin/Debug/net8.0/TestResults/0f.cobertura.xml", true)]
    [InlineData("artifacts/bin/T/debug/TestResults/0f.cobertura.xml", true)]
    [InlineData("tests/T/bin/Debug/net8.0/deep/TestResults/coverage.cobertura.xml", false)]
    [InlineData("node_modules/p/TestResults/coverage.cobertura.xml", false)]
    [InlineData(".git/TestResults/coverage.cobertura.xml", false)]
    public void Reports_below_test_results_and_beside_projects_are_found(string path, bool found)
    {
        using var folder = new TemporaryFolder();
        Write(folder, path);

        Assert.Equal(found ? 1 : 0, Find(folder).Count);
    }

    [Fact]
    public void Newest_stands_first()
    {
        using var folder = new TemporaryFolder();
        File.SetLastWriteTimeUtc(Write(folder, "TestResults/a.cobertura.xml"), new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        File.SetLastWriteTimeUtc(Write(folder, "TestResults/b.cobertura.xml"), new DateTime(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc));

        Assert.Equal(["b.cobertura.xml", "a.cobertura.xml"], Find(folder).Select(p => Path.GetFileName(p)));
    }

    [Fact]
    public void Link_that_leads_in_a_circle_is_not_followed()
    {
        using var folder = new TemporaryFolder();
        Write(folder, "TestResults/a.cobertura.xml");
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "again"), folder.Path);

        Assert.Single(Find(folder));
    }

    private static IReadOnlyList<string> Find(TemporaryFolder folder) => CoverageSearch.Find(folder.Path, AttributionPolicy.Default.Coverage);

    private static string Write(TemporaryFolder folder, string path)
    {
        string full = Path.Combine(folder.Path, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, "<coverage/>");
        return full;
    }
}
