using AiAttribution.Package.Tests.Fixtures;

namespace AiAttribution.Package.Tests;

public class IncrementalTests
{
    [Fact]
    public void Second_build_compiles_nothing_and_touches_nothing_and_deleted_data_files_come_back_without_a_compile()
    {
        using Sandbox sandbox = Sandbox.WithAiMethod();
        sandbox.Build().Succeeded();
        IReadOnlyList<string> before = sandbox.State(sandbox.Assembly, sandbox.Snapshot, sandbox.JsonReport, sandbox.MarkdownReport);
        string report = File.ReadAllText(sandbox.JsonReport);

        BuildResult second = sandbox.Build("-v:d").Succeeded();

        Assert.Equal(before, sandbox.State(sandbox.Assembly, sandbox.Snapshot, sandbox.JsonReport, sandbox.MarkdownReport));
        Assert.Contains("Skipping target \"_AiAttributionCollectCore\" because all output files are up-to-date", second.Output);

        IReadOnlyList<string> assembly = sandbox.State(sandbox.Assembly);
        File.Delete(sandbox.JsonReport);
        File.Delete(Path.Combine(Path.GetDirectoryName(sandbox.Snapshot)!, "AiAttribution.json"));
        sandbox.Build().Succeeded();
        Assert.Equal(report, File.ReadAllText(sandbox.JsonReport));
        Assert.Equal(assembly, sandbox.State(sandbox.Assembly));
    }

    [Fact]
    public void Warning_follows_its_method_when_lines_are_typed_above_and_one_that_is_rewritten_by_hand_is_accused_no_longer()
    {
        using Sandbox sandbox = Sandbox.WithAiMethod();
        sandbox.Build().Succeeded();
        sandbox.Write(sandbox.Prices, "// one\n// two\n" + PricesSource.WithMethod);

        BuildDiagnostic warning = Assert.Single(sandbox.Build().Succeeded().Of("AIA1005"));

        Assert.Equal(9, warning.Line);

        string rewritten = PricesSource.WithMethod.Replace("int percent = years * 2;", "int percent = 3 * years;").Replace("int off =", "int less =").Replace("price - off", "price - less").Replace("if (rest < 0)", "if (rest <= 0)").Replace("percent = 30;", "percent = 29;");
        sandbox.Write(sandbox.Prices, rewritten);
        Assert.Empty(sandbox.Build().Succeeded().Of("AIA1005"));
    }

    [Theory]
    [InlineData("App")]
    [InlineData("All.slnx")]
    public void Build_that_remembers_the_members_of_an_earlier_one_gives_the_same_report(string project)
    {
        using Sandbox sandbox = Sandbox.WithAiMethod();
        sandbox.Write("All.slnx", """<Solution><Project Path="App/App.csproj" /></Solution>""");
        sandbox.Run("build", project).Succeeded();
        string members = Assert.Single(Directory.GetFiles(sandbox.PathOf(".git/ai-attribution"), "*-members.cache"));
        string report = File.ReadAllText(sandbox.JsonReport);
        IReadOnlyList<string> written = sandbox.State(members);
        Directory.Delete(sandbox.PathOf("App/obj"), recursive: true);

        BuildResult second = sandbox.Run("build", project).Succeeded();

        Assert.Contains("Discounted", report);
        Assert.Equal(report, File.ReadAllText(sandbox.JsonReport));
        Assert.Equal(written, sandbox.State(members));
        Assert.Equal("AIA1005", Assert.Single(second.Own).Code);
    }

    [Fact]
    public void Commit_tag_and_branch_switch_are_noticed()
    {
        using Sandbox sandbox = Sandbox.WithAiMethod();
        sandbox.Build().Succeeded();

        sandbox.CommitPrices("// note\n" + PricesSource.WithMethod, "Add a note");
        Assert.Equal(8, Assert.Single(sandbox.Build().Succeeded().Of("AIA1005")).Line);
        Assert.Contains(sandbox.Repository.Head, File.ReadAllText(sandbox.JsonReport));

        sandbox.Repository.Git("tag", "v2.0.0");
        Assert.Empty(sandbox.Build("--no-incremental").Succeeded().Own);
        Assert.Contains("\"deployed\"", File.ReadAllText(sandbox.JsonReport));

        sandbox.Repository.Git("checkout", "-q", "v1.0.0");
        Assert.Empty(sandbox.Build("--no-incremental").Succeeded().Own);
        Assert.DoesNotContain("Discounted", File.ReadAllText(sandbox.JsonReport));
    }

    [Fact]
    public void Commit_that_changes_no_attribution_leaves_the_snapshot_alone()
    {
        using Sandbox sandbox = Sandbox.WithAiMethod();
        sandbox.Build("-p:IncludeSourceRevisionInInformationalVersion=false").Succeeded();
        IReadOnlyList<string> before = sandbox.State(sandbox.Assembly, sandbox.Snapshot);
        sandbox.Write("readme.txt", "hello");
        sandbox.Repository.Commit("Say hello");

        sandbox.Build("-p:IncludeSourceRevisionInInformationalVersion=false").Succeeded();

        Assert.Equal(before, sandbox.State(sandbox.Assembly, sandbox.Snapshot));
        Assert.Contains(sandbox.Repository.Head, File.ReadAllText(sandbox.JsonReport));
    }

    [Fact]
    public void Commit_without_reflog_and_packed_references_are_noticed()
    {
        using Sandbox sandbox = Sandbox.WithAiMethod();
        sandbox.Repository.Git("config", "core.logAllRefUpdates", "false");
        sandbox.Repository.Git("pack-refs", "--all");
        sandbox.Build().Succeeded();

        sandbox.CommitPrices("// note\n" + PricesSource.WithMethod, "Add a note");
        sandbox.Build().Succeeded();

        Assert.Contains(sandbox.Repository.Head, File.ReadAllText(sandbox.JsonReport));
    }

    [Fact]
    public void Coverage_that_appears_later_is_noticed_and_clean_deletes_everything_that_a_build_left()
    {
        using Sandbox sandbox = Sandbox.WithAiMethod();
        sandbox.Build().Succeeded();

        sandbox.Write("App.Tests/TestResults/1/coverage.cobertura.xml", PricesSource.Cobertura(sandbox.PathOf(sandbox.Prices), Enumerable.Range(8, 9), hits: 1));

        Assert.Empty(sandbox.Build().Succeeded().Of("AIA1005"));
        Assert.Contains("tested", File.ReadAllText(sandbox.MarkdownReport));

        // Also when there is nothing any more.
        for (int clean = 0; clean < 2; clean++)
        {
            sandbox.Run("clean", "App").Succeeded();
            Assert.Empty(Directory.GetFiles(sandbox.Root, "AiAttribution.*", SearchOption.AllDirectories));
            Assert.Empty(Directory.GetDirectories(sandbox.PathOf("App"), "ai-attribution", SearchOption.AllDirectories));
        }
    }
}
