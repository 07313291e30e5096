using AiAttribution.Package.Tests.Fixtures;

namespace AiAttribution.Package.Tests;

/// <summary>One <c>dotnet test</c> with coverage of two projects: the tests of App call its AI method, and those of Shop, whose project asks to be judged by the policy, do not call theirs.</summary>
public class DotnetTestTests(DotnetTestTests.Run run) : IClassFixture<DotnetTestTests.Run>
{
    [Fact]
    public void Dotnet_test_with_coverage_tells_what_is_tested()
    {
        Assert.Contains("AiAttribution: App: 1 AI-heavy member: tests run 1", run.Result.Output, StringComparison.Ordinal);
        Assert.Contains("\"measurement\": \"measured\"", run.Json, StringComparison.Ordinal);
        Assert.Contains("\"binding\": \"symbols checksum\"", run.Json, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_makes_dotnet_test_fail_by_the_policy_and_nothing_else_does()
    {
        run.Result.Failed();
        Assert.Contains("Shop: 1 AI-heavy member: no test is known to run 1", run.Result.Output, StringComparison.Ordinal);
        Assert.Contains("Prices.cs:7: 'Prices.Discounted(int, int)': no test runs it, not deployed yet", run.Result.Output, StringComparison.Ordinal);
        BuildDiagnostic error = Assert.Single(run.Result.Diagnostics, d => d.Level == "error");
        Assert.Equal("AIA2007", error.Code);
        Assert.Equal(("Prices.cs", 7, "error"), (error.File, error.Line, error.Level));
    }

    /// <summary>The run.</summary>
    public sealed class Run
    {
        public Run()
        {
            using Sandbox sandbox = Sandbox.WithAiMethod();
            sandbox.Write("ai-attribution.json", """{ "rules": [{ "id": "tested", "require": { "tests": "tested" } }] }""");
            sandbox.Write("All.slnx", """<Solution><Project Path="App.Tests/App.Tests.csproj" /><Project Path="Shop.Tests/Shop.Tests.csproj" /></Solution>""");
            sandbox.WriteTests("App");
            sandbox.Write("Shop/Shop.csproj", """<Project Sdk="Microsoft.NET.Sdk" />""");
            sandbox.Write("Shop/Prices.cs", PricesSource.WithMethod);
            sandbox.WriteTests("Shop", "Prices.Twice(1)", "<PropertyGroup><AiAttributionAfterTest>verify</AiAttributionAfterTest></PropertyGroup>");
            sandbox.Repository.Commit("Test it" + PricesSource.AiTrailer);

            Result = sandbox.Run("test", "All.slnx", "--collect", "Code Coverage;Format=cobertura");
            Json = File.ReadAllText(sandbox.JsonReport);
        }

        internal BuildResult Result { get; }

        /// <summary>Report of App.</summary>
        internal string Json { get; }
    }
}
