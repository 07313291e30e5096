using AiAttribution.Package.Tests.Fixtures;

namespace AiAttribution.Package.Tests;

/// <summary>Runs of a real test project, whose tests call the AI method of the project beside it, by the target of <c>dotnet test</c> in a warm process.</summary>
public sealed class AfterTestTests
{
    [Fact]
    public void Without_coverage_the_instructions_of_the_tests_tell_what_is_linked_and_none_leaves_the_run_alone()
    {
        using Sandbox sandbox = WithTests();

        BuildResult run = sandbox.Test("App.Tests").Succeeded();

        Assert.Contains("AiAttribution: App: 1 AI-heavy member: tests refer to 1, and none was measured to run it", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("AI-heavy member: ", sandbox.Test("App.Tests", "-p:AiAttributionAfterTest=none").Succeeded().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Coverage_that_another_tool_writes_after_the_tests_is_of_this_run_and_a_failing_policy_keeps_no_target_from_running()
    {
        using Sandbox sandbox = WithTests(
            """{ "rules": [{ "id": "tested", "require": { "tests": "tested" } }] }""",
            // What coverlet.msbuild has: a target after VSTest that writes the report, imported after ours.
            tool: """
              <PropertyGroup><CollectCoverage>true</CollectCoverage><CoverletToolsPath>tools</CoverletToolsPath></PropertyGroup>
              <Target Name="GenerateCoverageResultAfterTest" AfterTargets="VSTest"><Copy SourceFiles="../report.xml" DestinationFiles="coverage.cobertura.xml" /></Target>
              <Target Name="Later" AfterTargets="GenerateCoverageResultAfterTest;VSTest"><Message Importance="high" Text="the other tool went on" /></Target>
            """);
        sandbox.Write("report.xml", PricesSource.Cobertura(sandbox.PathOf(sandbox.Prices), Enumerable.Range(8, 9), hits: 1));

        BuildResult tested = sandbox.Test("App.Tests", "-p:AiAttributionAfterTest=verify").Succeeded();
        Assert.Contains("AiAttribution: App: 1 AI-heavy member: tests run 1", tested.Output, StringComparison.Ordinal);

        sandbox.Write("report.xml", PricesSource.Cobertura(sandbox.PathOf(sandbox.Prices), Enumerable.Range(8, 9), hits: 0));
        BuildResult untested = sandbox.Test("App.Tests", "-p:AiAttributionAfterTest=verify").Failed();
        Assert.Single(untested.Of("AIA2007"));
        Assert.Contains("the other tool went on", untested.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Tests_of_several_frameworks_are_judged_together_after_the_last_and_one_framework_alone_after_its_own()
    {
        using Sandbox sandbox = WithTests(
            """{ "rules": [{ "id": "tested", "require": { "tests": "tested" } }] }""",
            tool: """
              <PropertyGroup><TargetFramework /><TargetFrameworks>net8.0;net10.0</TargetFrameworks><RollForward>Major</RollForward><UseAppHost>false</UseAppHost><TestTfmsInParallel>false</TestTfmsInParallel></PropertyGroup>
              <PropertyGroup><CollectCoverage>true</CollectCoverage><CoverletToolsPath>tools</CoverletToolsPath></PropertyGroup>
              <Target Name="GenerateCoverageResultAfterTest" AfterTargets="VSTest" Condition="'$(TargetFramework)' != ''"><Copy SourceFiles="../$(TargetFramework).xml" DestinationFiles="coverage.$(TargetFramework).cobertura.xml" /></Target>
            """);
        sandbox.Write("App/App.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net8.0</TargetFramework></PropertyGroup></Project>""");
        sandbox.Write("net8.0.xml", PricesSource.Cobertura(sandbox.PathOf(sandbox.Prices), Enumerable.Range(8, 9), hits: 0));
        sandbox.Write("net10.0.xml", PricesSource.Cobertura(sandbox.PathOf(sandbox.Prices), Enumerable.Range(8, 9), hits: 1));

        string all = sandbox.Test("App.Tests", "-p:AiAttributionAfterTest=verify").Succeeded().Output;
        Assert.Equal(1, all.Split("AiAttribution: App: 1 AI-heavy member: ").Length - 1);
        Assert.Contains("AiAttribution: App: 1 AI-heavy member: tests run 1", all, StringComparison.Ordinal);

        File.Delete(sandbox.PathOf("App.Tests/coverage.net10.0.cobertura.xml"));
        BuildResult one = sandbox.Test("App.Tests", "-f", "net8.0", "-p:AiAttributionAfterTest=verify").Failed();
        Assert.Single(one.Of("AIA2007"));
    }

    [Fact]
    public void Build_after_that_of_its_tests_says_what_no_test_refers_to()
    {
        using Sandbox sandbox = WithTests(calls: "Prices.Twice(1)");

        BuildResult first = sandbox.Build().Succeeded();
        Assert.Contains("App: 1 AI-heavy member, 0 judged, 1 not measured", first.Output, StringComparison.Ordinal);
        Assert.Empty(first.Of("AIA1001"));

        sandbox.Run("build", "App.Tests").Succeeded();
        BuildResult next = sandbox.Build().Succeeded();

        Assert.Contains("no test in App.Tests refers to it", Assert.Single(next.Of("AIA1001")).Message, StringComparison.Ordinal);
        Assert.Contains("App: 1 AI-heavy member, 1 judged by what built tests refer to; report:", next.Output, StringComparison.Ordinal);
    }

    private static Sandbox WithTests(string? policy = null, string calls = "Prices.Discounted(100, 5)", string tool = "")
    {
        Sandbox sandbox = Sandbox.WithAiMethod();
        if (policy is not null)
            sandbox.Write("ai-attribution.json", policy);
        sandbox.WriteTests("App", calls, tool);
        sandbox.Repository.Commit("Test it");
        return sandbox;
    }
}
