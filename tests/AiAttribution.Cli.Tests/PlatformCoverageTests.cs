using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Cli.Tests;

/// <summary>What Microsoft.Testing.Extensions.CodeCoverage 18.1 writes where Microsoft.Testing.Platform runs the tests: below the output of the test project, under a name that says nothing.</summary>
public class PlatformCoverageTests
{
    [Fact]
    public async Task Report_of_a_run_with_coverage_output_format_cobertura_is_found_and_measures()
    {
        using var repository = new TestRepository();
        repository.Write(".gitignore", "bin/\n").Write("ai-attribution.json", """{ "rules": [{ "id": "tested", "require": { "tests": "tested" }, "unknown": "fail" }] }""").Commit("Begin");
        repository.Write("src/Shop/Shipping.cs", """
            namespace Shop;

            public static class Shipping
            {
                public static int Cost(int weight, bool fast)
                {
                    int cost = weight * 2;
                    if (fast)
                    {
                        cost += 5;
                    }

                    return cost;
                }
            }

            """).Commit("Add the cost" + PricesSource.AiTrailer);
        repository.Write("test/Shop.Tests/bin/Debug/net10.0/TestResults/ea1459c9-2ef8-4e69-b8b0-8d02a41d72a0.cobertura.xml", Report(repository.Root));

        ToolRun run = await ToolRun.Of(repository.Root, "check");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("passed       tested  error    ", run.Out, StringComparison.Ordinal);
        Assert.Contains("(1 member judged)", run.Out, StringComparison.Ordinal);
    }

    private static string Report(string root) => $"""
        <?xml version="1.0" encoding="utf-8" standalone="yes"?>
        <coverage line-rate="1" branch-rate="1" complexity="2" version="1.9" timestamp="{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}" lines-covered="8" lines-valid="8" branches-covered="2" branches-valid="2">
          <packages>
            <package line-rate="1" branch-rate="1" complexity="2" name="Shop">
              <classes>
                <class line-rate="1" branch-rate="1" complexity="2" name="Shop.Shipping" filename="{root}/src/Shop/Shipping.cs">
                  <methods>
                    <method line-rate="1" branch-rate="1" complexity="2" name="Cost" signature="(int, bool)">
                      <lines>
                        <line number="6" hits="1" branch="False" />
                        <line number="8" hits="1" branch="True" condition-coverage="100% (2/2)">
                          <conditions><condition number="0" type="jump" coverage="100%" /></conditions>
                        </line>
                      </lines>
                    </method>
                  </methods>
                  <lines>
                    <line number="6" hits="1" branch="False" />
                    <line number="7" hits="1" branch="False" />
                    <line number="8" hits="1" branch="True" condition-coverage="100% (2/2)">
                      <conditions><condition number="0" type="jump" coverage="100%" /></conditions>
                    </line>
                    <line number="9" hits="1" branch="False" />
                    <line number="10" hits="1" branch="False" />
                    <line number="11" hits="1" branch="False" />
                    <line number="13" hits="1" branch="False" />
                    <line number="14" hits="1" branch="False" />
                  </lines>
                </class>
              </classes>
            </package>
          </packages>
        </coverage>
        """;
}
