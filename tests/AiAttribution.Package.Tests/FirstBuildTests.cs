using AiAttribution.Package.Tests.Fixtures;

namespace AiAttribution.Package.Tests;

public class FirstBuildTests
{
    [Fact]
    public void First_build_warns_at_the_identifier_of_an_ai_method_and_leaves_a_report()
    {
        using Sandbox sandbox = Sandbox.WithAiMethod();

        BuildResult build = sandbox.FirstBuild("-v:n").Succeeded();

        BuildDiagnostic warning = Assert.Single(build.Own);
        Assert.Equal(("Prices.cs", 7, 23, "warning", "AIA1001"), (warning.File, warning.Line, warning.Column, warning.Level, warning.Code));
        Assert.Contains("Prices.Discounted", warning.Message);
        Assert.Contains("claude", warning.Message);
        Assert.Contains("AiAttribution: reports AiAttribution.md, AiAttribution.json in App/obj/ai-attribution/App/Debug/net10.0/", build.Output);
        Assert.Contains("Discounted", File.ReadAllText(sandbox.MarkdownReport));
        Assert.Contains($"\"commit\": \"{sandbox.Repository.Head}\"", File.ReadAllText(sandbox.JsonReport));
    }

    [Fact]
    public void Repository_without_tags_and_coverage_is_told_once_that_there_is_nothing_to_judge_by()
    {
        using Sandbox sandbox = Sandbox.WithAiMethod();
        sandbox.Repository.Git("tag", "-d", "v1.0.0");

        BuildResult build = sandbox.Build().Succeeded();

        BuildDiagnostic note = Assert.Single(build.Own);
        Assert.Equal("AIA9008", note.Code);
        Assert.Contains("dotnet test --collect", note.Message);
    }

    [Fact]
    public void Repository_without_ai_says_nothing()
    {
        using Sandbox sandbox = Sandbox.WithProject();
        sandbox.CommitPrices(PricesSource.WithMethod, "Add prices");

        BuildResult build = sandbox.Build().Succeeded();

        Assert.Empty(build.Own);
        Assert.True(File.Exists(sandbox.MarkdownReport));
    }

    [Fact]
    public void Repository_without_commits_builds()
    {
        using Sandbox sandbox = Sandbox.WithProject();
        sandbox.Write(sandbox.Prices, PricesSource.WithMethod);

        BuildResult build = sandbox.Build("-v:n").Succeeded();

        Assert.Contains("AIA9002", build.Output);
        Assert.DoesNotContain(build.Own, d => d.Level != "message");
    }

    [Fact]
    public void Test_projects_are_not_judged()
    {
        using Sandbox sandbox = Sandbox.WithAiMethod();

        Assert.Empty(sandbox.Build("-p:IsTestProject=true").Succeeded().Own);
    }
}
