using AiAttribution.Core.Text;

namespace AiAttribution.Tasks.Tests;

public class CoverageWatchTests
{
    [Fact]
    public void Pattern_for_any_folder_is_spread_over_four_levels()
    {
        Assert.Equal(
            "out/*.xml\n*/out/*.xml\n*/*/out/*.xml\n*/*/*/out/*.xml\n",
            CoverageWatch.Specs([Glob.ForPaths("**/out/*.xml")]));
    }

    [Fact]
    public void Results_are_looked_for_below_output_folders_too()
    {
        string[] specs = CoverageWatch.Specs([Glob.ForPaths("**/TestResults/**/coverage.*")]).Split('\n');

        Assert.Contains("TestResults/**/coverage.*", specs);
        Assert.Contains("*/*/bin/*/*/TestResults/**/coverage.*", specs);   // tests/Lib.Tests/bin/Debug/net10.0/TestResults
        Assert.Contains("*/bin/*/*/TestResults/**/coverage.*", specs);     // artifacts/bin/Lib.Tests/debug/TestResults
    }

    [Fact]
    public void Pattern_with_a_place_stays_as_it_is()
    {
        Assert.Equal("coverage/merged.xml\n", CoverageWatch.Specs([Glob.ForPaths("coverage/merged.xml")]));
    }

    [Theory]
    [InlineData("../other/coverage.xml")]
    [InlineData("a/../../coverage.xml")]
    [InlineData("/etc/coverage.xml")]
    [InlineData("C:/coverage.xml")]
    [InlineData("$(Secret)/coverage.xml")]
    [InlineData("a;b")]
    public void Pattern_that_leads_out_or_means_something_to_msbuild_is_left_out(string pattern)
    {
        Assert.Equal("", CoverageWatch.Specs([Glob.ForPaths(pattern)]));
    }
}
