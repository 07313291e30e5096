using AiAttribution.Package.Tests.Fixtures;

namespace AiAttribution.Package.Tests;

/// <summary><c>dotnet test</c> of a real test project, whose tests call the AI method of the project beside it.</summary>
public sealed class AfterTestTests
{
    private const string Coverage = "Code Coverage;Format=cobertura";

    [Fact]
    public void Dotnet_test_with_coverage_tells_what_is_tested()
    {
        using Sandbox sandbox = WithTests();

        BuildResult run = sandbox.Run("test", "App.Tests", "--collect", Coverage).Succeeded();

        Assert.Contains("AiAttribution: App: 1 AI-heavy member: tests run 1", run.Output, StringComparison.Ordinal);
        Assert.Contains("\"measurement\": \"measured\"", File.ReadAllText(sandbox.JsonReport), StringComparison.Ordinal);
        Assert.Contains("\"binding\": \"symbols checksum\"", File.ReadAllText(sandbox.JsonReport), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_coverage_the_instructions_of_the_tests_tell_what_is_linked_and_none_leaves_dotnet_test_alone()
    {
        using Sandbox sandbox = WithTests();

        BuildResult run = sandbox.Run("test", "App.Tests").Succeeded();

        Assert.Contains("AiAttribution: App: 1 AI-heavy member: tests refer to 1, and none was measured to run it", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("AI-heavy member: ", sandbox.Run("test", "App.Tests", "-p:AiAttributionAfterTest=none").Succeeded().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_makes_dotnet_test_fail_by_the_policy()
    {
        using Sandbox sandbox = WithTests("""{ "rules": [{ "id": "tested", "require": { "tests": "tested" } }] }""", calls: "Prices.Twice(1)");

        BuildResult run = sandbox.Run("test", "App.Tests", "--collect", Coverage, "-p:AiAttributionAfterTest=verify").Failed();

        Assert.Contains("App: 1 AI-heavy member: no test is known to run 1", run.Output, StringComparison.Ordinal);
        Assert.Contains("Prices.cs:7: 'Prices.Discounted(int, int)': no test runs it, not deployed yet", run.Output, StringComparison.Ordinal);
        BuildDiagnostic error = Assert.Single(run.Of("AIA2007"));
        Assert.Equal(("Prices.cs", 7, "error"), (error.File, error.Line, error.Level));
    }

    private static Sandbox WithTests(string? policy = null, string calls = "Prices.Discounted(100, 5)")
    {
        Sandbox sandbox = Sandbox.WithAiMethod();
        if (policy is not null)
            sandbox.Write("ai-attribution.json", policy);
        sandbox.Write("App.Tests/App.Tests.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <ItemGroup>
                <PackageReference Include="Microsoft.NET.Test.Sdk" Version="18.0.1" />
                <PackageReference Include="xunit" Version="2.9.3" />
                <PackageReference Include="xunit.runner.visualstudio" Version="3.1.5" />
                <ProjectReference Include="../App/App.csproj" />
              </ItemGroup>
            </Project>
            """);
        sandbox.Write("App.Tests/PricesTests.cs", $$"""
            using App;
            using Xunit;

            public class PricesTests
            {
                [Fact]
                public void Price_is_reduced() => Assert.True({{calls}} < 100);
            }

            """);
        sandbox.Repository.Commit("Test it");
        return sandbox;
    }
}
