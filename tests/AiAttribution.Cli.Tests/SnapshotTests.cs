using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Cli.Tests;

/// <summary><c>snapshot</c>: what editors read, without a build.</summary>
public class SnapshotTests
{
    private const string Package = "<PackageReference Include=\"AiAttribution\" Version=\"0.1.0\" />";
    private const string Place = "obj/Debug/net10.0/ai-attribution/Lib/AiAttribution.snapshot";

    private static TestRepository Repository(string project, string props = "<Project />")
    {
        TestRepository repository = RepositoryBuilder.Create();
        repository.Write("src/Lib/Lib.csproj", project).Write("Directory.Build.props", props).Commit("Set up");
        return repository;
    }

    private static string Project(string text) => $"<Project Sdk=\"Microsoft.NET.Sdk\">{text}</Project>\n";

    [Fact]
    public async Task Project_with_the_package_gets_its_ai_lines_where_a_debug_build_looks()
    {
        using TestRepository repository = Repository(Project($"<TargetFramework>net10.0</TargetFramework>{Package}"));

        ToolRun run = await ToolRun.Of(repository.Root, "snapshot", "--since", "all");

        Assert.Equal((0, $"written    src/Lib/{Place}\n"), (run.ExitCode, run.Out));
        string snapshot = repository.Read($"src/Lib/{Place}");
        Assert.StartsWith("AiAttribution.snapshot 2\n", snapshot, StringComparison.Ordinal);
        Assert.Contains("agent=claude-code", snapshot, StringComparison.Ordinal);
        Assert.Contains("path=Calc.cs\n", snapshot, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Second_run_writes_nothing()
    {
        using TestRepository repository = Repository(Project($"<TargetFramework>net10.0</TargetFramework>{Package}"));
        await ToolRun.Of(repository.Root, "snapshot");

        ToolRun run = await ToolRun.Of(repository.Root, "snapshot");

        Assert.Equal($"as it was  src/Lib/{Place}\n", run.Out);
    }

    [Fact]
    public async Task Files_that_an_editor_made_are_filled_and_the_next_build_writes_its_own()
    {
        using TestRepository repository = Repository(Project(Package));
        repository.Write("src/Lib/obj/x/Release/net9.0/ai-attribution/Lib/AiAttribution.snapshot", "").Write("src/Lib/obj/x/Release/net9.0/ai-attribution/Lib/AiAttribution.stamp", "")
            .Write("src/Lib/obj/Debug/net9.0/ai-attribution/Other/AiAttribution.snapshot", "");

        ToolRun run = await ToolRun.Of(repository.Root, "snapshot");

        Assert.Equal("written    src/Lib/obj/x/Release/net9.0/ai-attribution/Lib/AiAttribution.snapshot\n", run.Out);
        Assert.False(File.Exists(Path.Combine(repository.Root, "src/Lib/obj/x/Release/net9.0/ai-attribution/Lib/AiAttribution.stamp")));
        Assert.Equal("", repository.Read("src/Lib/obj/Debug/net9.0/ai-attribution/Other/AiAttribution.snapshot"));
    }

    [Theory]
    [InlineData("<TargetFrameworks>net8.0;net10.0</TargetFrameworks>", "src/Lib/obj/Debug/net8.0 src/Lib/obj/Debug/net10.0")]
    [InlineData("<TargetFramework>net10.0</TargetFramework><UseArtifactsOutput>true</UseArtifactsOutput>", "artifacts/obj/Lib/debug")]
    [InlineData("<TargetFrameworks>net8.0;net10.0</TargetFrameworks><UseArtifactsOutput>true</UseArtifactsOutput>", "artifacts/obj/Lib/debug_net8.0 artifacts/obj/Lib/debug_net10.0")]
    public async Task Frameworks_and_folders_are_those_of_the_imported_properties(string props, string folders)
    {
        using TestRepository repository = Repository(Project(Package), Project(props));

        ToolRun run = await ToolRun.Of(repository.Root, "snapshot");

        Assert.Equal(folders.Split(' ').Select(folder => $"written    {folder}/ai-attribution/Lib/AiAttribution.snapshot"), run.Out.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Project_whose_folder_is_computed_is_named()
    {
        using TestRepository repository = Repository(Project($"<TargetFramework>$(Newest)</TargetFramework>{Package}"));

        ToolRun run = await ToolRun.Of(repository.Root, "snapshot");

        Assert.Equal((0, ""), (run.ExitCode, run.Out));
        Assert.Contains("src/Lib/Lib.csproj: where its build looks is not known", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_package_nothing_is_written()
    {
        using TestRepository repository = Repository(Project("<TargetFramework>net10.0</TargetFramework>"));

        ToolRun run = await ToolRun.Of(repository.Root, "snapshot");

        Assert.Equal((0, ""), (run.ExitCode, run.Out));
        Assert.Contains("no project refers to the package AiAttribution", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(repository.Root, "src/Lib/obj")));
    }

    [UnixFact]
    public async Task Folder_that_leads_out_of_the_clone_is_not_written_into()
    {
        using TestRepository repository = Repository(Project($"<TargetFramework>net10.0</TargetFramework>{Package}"));
        using TemporaryFolder outside = new();
        File.CreateSymbolicLink(Path.Combine(repository.Root, "src/Lib/obj"), outside.Path);

        ToolRun run = await ToolRun.Of(repository.Root, "snapshot");

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(Directory.GetFileSystemEntries(outside.Path));
    }
}
