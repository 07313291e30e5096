using System.Text.Json;
using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Cli.Tests;

public class LinesTests
{
    [Fact]
    public async Task Tsv_has_a_header_and_a_row_for_each_file()
    {
        using TestRepository repository = RepositoryBuilder.Create();

        ToolRun run = await ToolRun.Of(repository.Root, "lines");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal("path\ttotal\tai\tother\tunknown\tin_part\nsrc/Lib/Calc.cs\t13\t8\t5\t0\t0\n", run.Out);
    }

    [Fact]
    public async Task Ranges_are_one_more_column()
    {
        using TestRepository repository = RepositoryBuilder.Create();

        ToolRun run = await ToolRun.Of(repository.Root, "lines", "--ranges");

        Assert.Equal("path\ttotal\tai\tother\tunknown\tin_part\tai_ranges\tin_part_ranges\nsrc/Lib/Calc.cs\t13\t8\t5\t0\t0\t5-12\t\n", run.Out);
    }

    [Fact]
    public async Task Lines_that_are_not_committed_are_unknown()
    {
        using TestRepository repository = RepositoryBuilder.Create();
        repository.Write("src/Lib/Calc.cs", "// new\n" + repository.Read("src/Lib/Calc.cs").Replace("product += b", "product += 2 * b", StringComparison.Ordinal));

        ToolRun run = await ToolRun.Of(repository.Root, "lines", "--ranges");

        Assert.EndsWith("src/Lib/Calc.cs\t14\t7\t5\t2\t0\t6-9,11-13\t\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Revision_is_attributed_without_a_look_at_the_disk()
    {
        using TestRepository repository = RepositoryBuilder.Create();
        File.Delete(Path.Combine(repository.Root, "src/Lib/Calc.cs"));

        ToolRun now = await ToolRun.Of(repository.Root, "lines");
        ToolRun head = await ToolRun.Of(repository.Root, "lines", "--rev", "v1.0");
        ToolRun before = await ToolRun.Of(repository.Root, "lines", "--rev", "HEAD~1");

        Assert.Equal("path\ttotal\tai\tother\tunknown\tin_part\n", now.Out);
        Assert.EndsWith("\nsrc/Lib/Calc.cs\t13\t8\t5\t0\t0\n", head.Out, StringComparison.Ordinal);
        Assert.EndsWith("\nsrc/Lib/Calc.cs\t5\t0\t5\t0\t0\n", before.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Include_chooses_files()
    {
        using TestRepository repository = RepositoryBuilder.Create();

        ToolRun run = await ToolRun.Of(repository.Root, "lines", "--include", "**/*.csproj", "--include", "docs/*.md");

        Assert.Equal("path\ttotal\tai\tother\tunknown\tin_part\nsrc/Lib/Lib.csproj\t1\t0\t1\t0\t0\n", run.Out);
    }

    [Fact]
    public async Task Second_run_finds_what_the_first_one_kept()
    {
        using TestRepository repository = RepositoryBuilder.Create();

        ToolRun first = await ToolRun.Of(repository.Root, "lines");
        string[] kept = Directory.GetFiles(Path.Combine(repository.Root, ".git/ai-attribution"), "*.cache");
        DateTime[] written = Array.ConvertAll(kept, File.GetLastWriteTimeUtc);
        ToolRun second = await ToolRun.Of(repository.Root, "lines", "--include", "src/**/*.cs");

        Assert.Equal(2, kept.Length);
        Assert.Equal(written, Array.ConvertAll(kept, File.GetLastWriteTimeUtc));
        Assert.Equal(first.Out, second.Out);
    }

    [Fact]
    public async Task Problems_of_reports_that_no_column_is_made_of_are_not_told()
    {
        using TestRepository repository = RepositoryBuilder.Create();
        repository.Write("TestResults/coverage.cobertura.xml", "<coverage");

        Assert.Equal("", (await ToolRun.Of(repository.Root, "lines")).Error);
    }

    [Fact]
    public async Task Json_tells_the_same()
    {
        using TestRepository repository = RepositoryBuilder.Create();

        ToolRun run = await ToolRun.Of(repository.Root, "lines", "--format", "json", "--ranges");

        Assert.Equal("""[{"path":"src/Lib/Calc.cs","total":13,"ai":8,"other":5,"unknown":0,"in_part":0,"ai_ranges":"5-12","in_part_ranges":""}]""", run.Out.Replace("\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Json_of_no_file_is_an_empty_array()
    {
        using TestRepository repository = RepositoryBuilder.Create();

        ToolRun run = await ToolRun.Of(repository.Root, "lines", "--format", "json", "--include", "*.nothing");

        Assert.Equal(0, JsonDocument.Parse(run.Out).RootElement.GetArrayLength());
    }

    [Fact]
    public async Task Path_with_spaces_and_letters_stays_and_control_characters_become_visible()
    {
        using var repository = new TestRepository();
        repository.Write("src/Größe 1.cs", "a\n").Write("tab\there.cs", "a\n").Commit("Begin");

        ToolRun run = await ToolRun.Of(repository.Root, "lines");

        Assert.EndsWith("\nsrc/Größe 1.cs\t1\t0\t1\t0\t0\ntab\\u0009here.cs\t1\t0\t1\t0\t0\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bare_repository_is_attributed_at_its_head()
    {
        using TestRepository repository = RepositoryBuilder.Create();
        using var folder = new TemporaryFolder();
        GitProcess.Run(folder.Path, "clone", "-q", "--bare", repository.Root, "bare.git");

        ToolRun run = await ToolRun.Of(folder.Path, "lines", "--repo", "bare.git");

        Assert.Equal("path\ttotal\tai\tother\tunknown\tin_part\nsrc/Lib/Calc.cs\t13\t8\t5\t0\t0\n", run.Out);
    }

    [Fact]
    public async Task Evidence_that_the_policy_leaves_out_does_not_count()
    {
        using TestRepository repository = RepositoryBuilder.Create();
        repository.Write("ai-attribution.json", "{ \"evidence\": { \"sources\": [\"revs\"] } }");

        ToolRun run = await ToolRun.Of(repository.Root, "lines");

        Assert.EndsWith("src/Lib/Calc.cs\t13\t0\t13\t0\t0\n", run.Out, StringComparison.Ordinal);
    }
}
