using AiAttribution.Package.Tests.Fixtures;

namespace AiAttribution.Package.Tests;

public class HostTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Missing_or_broken_native_library_costs_time_only_and_gives_one_line_for_the_whole_build(bool broken)
    {
        using Sandbox sandbox = Sandbox.WithAiMethod();
        string[] libraries = Directory.GetFiles(Path.Combine(sandbox.RestoreApart(), "runtimes"), "*git2-*", SearchOption.AllDirectories);
        Array.ForEach(libraries, broken ? library => File.WriteAllText(library, "this is no library") : File.Delete);
        sandbox.Write("Other/Other.csproj", """<Project Sdk="Microsoft.NET.Sdk" />""");
        sandbox.Write("All.slnx", """<Solution><Project Path="App/App.csproj" /><Project Path="Other/Other.csproj" /></Solution>""");

        BuildResult build = sandbox.Run("build", "All.slnx", "-m:2").Succeeded();

        // Information is not shown unless asked for.
        Assert.Equal("AIA1005", Assert.Single(build.Own).Code);
        BuildDiagnostic note = Assert.Single(sandbox.Run("build", "All.slnx", "-m:2", "-v:n", "--no-incremental").Succeeded().Of("AIA9016"));
        Assert.Equal("message", note.Level);
        Assert.Contains("libgit2", note.Message);
        Assert.DoesNotContain(sandbox.Root, note.Message);
    }

    [Fact]
    public void Native_library_is_found_beside_the_task_where_a_host_reads_no_list_of_dependencies()
    {
        using Sandbox sandbox = Sandbox.WithAiMethod();
        File.Delete(Path.Combine(sandbox.RestoreApart(loads: true), "AiAttribution.Tasks.deps.json"));

        BuildResult build = sandbox.Build("-v:n").Succeeded();

        Assert.Single(build.Of("AIA1005"));
        Assert.Empty(build.Of("AIA9016"));
    }

    [Fact]
    public void Without_libgit2_and_without_git_nothing_is_attributed_and_the_next_build_tries_again()
    {
        using Sandbox sandbox = Sandbox.WithAiMethod();
        Directory.Delete(Path.Combine(sandbox.RestoreApart(), "runtimes"), recursive: true);
        string path = Environment.GetEnvironmentVariable("PATH")!;
        sandbox.SetVariable("PATH", sandbox.PathOf("empty"));

        BuildDiagnostic warning = Assert.Single(sandbox.Build().Succeeded().Own);

        Assert.Equal(("AIA9003", "warning"), (warning.Code, warning.Level));
        Assert.Contains("put git on the PATH", warning.Message);
        sandbox.SetVariable("PATH", path);
        Assert.Equal("AIA1005", Assert.Single(sandbox.Build().Succeeded().Own).Code);
    }

    [Fact]
    public void Design_time_build_passes_the_snapshot_and_runs_no_git()
    {
        using Sandbox sandbox = Sandbox.WithAiMethod();
        Directory.Delete(Path.Combine(sandbox.RestoreApart(), "runtimes"), recursive: true);
        // Neither a library nor a git to be found would give a warning, if anything tried.
        string path = Environment.GetEnvironmentVariable("PATH")!;
        sandbox.SetVariable("PATH", sandbox.PathOf("empty"));
        string[] options =
        [
            "-t:Compile", "-p:DesignTimeBuild=true", "-p:BuildingInsideVisualStudio=true", "-p:BuildProjectReferences=false",
            "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", "-getItem:CscCommandLineArgs", "-getItem:UpToDateCheckInput",
        ];

        BuildResult designTime = sandbox.Run("msbuild", "App", options).Succeeded();

        Assert.Contains("AiAttribution.snapshot", designTime.Output);
        Assert.Contains("logs/HEAD", designTime.Output);
        Assert.DoesNotContain("AIA9", designTime.Output.Replace("warnaserror-:AIA9019", "", StringComparison.Ordinal));
        Assert.Equal(0, new FileInfo(sandbox.Snapshot).Length);
        string config = sandbox.PathOf("App/obj/Debug/net10.0/App.GeneratedMSBuildEditorConfig.editorconfig");
        string before = File.ReadAllText(config);

        sandbox.SetVariable("PATH", path);
        Assert.Single(sandbox.Build().Succeeded().Of("AIA1005"));
        Assert.Equal(before, File.ReadAllText(config));
    }

    [Fact]
    public void Snapshot_without_a_build_is_byte_for_byte_that_of_a_build()
    {
        using Sandbox sandbox = Sandbox.WithAiMethod();
        sandbox.Build().Succeeded();
        byte[] ofBuild = File.ReadAllBytes(sandbox.Snapshot);
        Directory.Delete(sandbox.PathOf("App/obj/Debug"), recursive: true);

        (int exitCode, string output) = sandbox.Tool("snapshot");

        Assert.True(exitCode == 0, output);
        Assert.Equal(ofBuild, File.ReadAllBytes(sandbox.Snapshot));
    }

    [Fact]
    public void MSBuild_that_can_start_no_task_host_builds_and_says_so_once()
    {
        using Sandbox sandbox = Sandbox.WithAiMethod();
        string props = File.ReadAllText(sandbox.PathOf("Directory.Build.props"));
        sandbox.Write("Directory.Build.props", props.Replace("<TargetFramework>net10.0</TargetFramework>", "<TargetFrameworks>net10.0;net8.0</TargetFrameworks>"));
        // What MSBuild.exe of Visual Studio 2026 is in the eyes of the targets; the rest of the build must not see it.
        sandbox.Write("App/App.csproj", $"""
            <Project>
              <Import Project="Sdk.props" Sdk="Microsoft.NET.Sdk" />
              <Import Project="Sdk.targets" Sdk="Microsoft.NET.Sdk" />
              <PropertyGroup><_AiAttributionHost>none</_AiAttributionHost></PropertyGroup>
            </Project>
            """);
        Assert.All(["", "9.0"], sdk =>
            Assert.Equal("none", sandbox.Run("msbuild", "App", "-p:TargetFramework=net10.0", "-p:_AiAttributionRuntime=Full", $"-p:BundledNETCoreAppTargetFrameworkVersion={sdk}", "-getProperty:_AiAttributionHost").Succeeded().Output.Trim()));

        BuildResult build = sandbox.Build("-m:2", "-p:AiAttributionVerify=warn").Succeeded();

        Assert.Equal("warning", Assert.Single(build.Of("AIA9015")).Level);
        Assert.Single(build.Of("AIA2016"));
        Assert.Empty(sandbox.Build("-m:2", "-p:NoWarn=AIA9015").Succeeded().Own);
        Assert.Single(sandbox.Build("-m:2", "-p:AiAttributionVerify=error").Failed().Of("AIA2016"));
    }

    [Fact]
    public void Projects_that_share_folders_and_names_share_no_file()
    {
        using Sandbox sandbox = Sandbox.WithAiMethod();
        string props = File.ReadAllText(sandbox.PathOf("Directory.Build.props"));
        sandbox.Write("Directory.Build.props", props.Replace("</PropertyGroup>", """
              <BaseIntermediateOutputPath>$(MSBuildThisFileDirectory)obj/</BaseIntermediateOutputPath>
              <IntermediateOutputPath>$(BaseIntermediateOutputPath)$([MSBuild]::MakeRelative('$(MSBuildThisFileDirectory)', '$(MSBuildProjectDirectory)'))/$(MSBuildProjectName)/debug/</IntermediateOutputPath>
              <MSBuildProjectExtensionsPath>$(MSBuildProjectDirectory)/obj/</MSBuildProjectExtensionsPath>
              <EnableDefaultCompileItems>false</EnableDefaultCompileItems>
            </PropertyGroup>
            <ItemGroup><Compile Include="$(MSBuildThisFileDirectory)App/Prices.cs" /></ItemGroup>
            """));
        sandbox.Write("Other/App.csproj", """<Project Sdk="Microsoft.NET.Sdk" />""");
        sandbox.Write("All.slnx", """<Solution><Project Path="App/App.csproj" /><Folder Name="/Other/"><Project Path="Other/App.csproj" /></Folder></Solution>""");

        sandbox.Dotnet("build", "All.slnx", "-p:AiAttributionVerify=warn").Succeeded();

        Assert.Equal(2, Directory.GetFiles(sandbox.PathOf("obj/ai-attribution"), "AiAttribution.md", SearchOption.AllDirectories).Length);
        Assert.Equal(2, Directory.GetFiles(sandbox.PathOf("obj"), "AiAttribution.snapshot", SearchOption.AllDirectories).Length);
        sandbox.Dotnet("build", "All.slnx", "-p:AiAttributionReportDirectory=" + sandbox.PathOf("out")).Succeeded();
        Assert.Equal(2, Directory.GetFiles(sandbox.PathOf("out"), "AiAttribution.md", SearchOption.AllDirectories).Length);
        sandbox.Dotnet("clean", "App").Succeeded();
        Assert.Single(Directory.GetFiles(sandbox.PathOf("obj/ai-attribution"), "AiAttribution.md", SearchOption.AllDirectories));
    }

    [Fact]
    public void Reports_go_where_properties_say()
    {
        using Sandbox sandbox = Sandbox.WithAiMethod();

        sandbox.Build("-p:AiAttributionReportDirectory=../out").Succeeded();
        Assert.Contains("Discounted", File.ReadAllText(sandbox.PathOf("out/App/Debug/net10.0/AiAttribution.md")));

        sandbox.Build("-p:AiAttributionEnabled=false", "--no-incremental").Succeeded();
        Assert.False(File.Exists(sandbox.Snapshot));
    }

    [Fact]
    public void Project_with_artifacts_output_reports_below_its_artifacts()
    {
        using Sandbox sandbox = Sandbox.WithAiMethod();

        sandbox.Dotnet("build", "App", "-p:UseArtifactsOutput=true", "-p:ArtifactsPath=" + sandbox.PathOf("artifacts")).Succeeded();

        Assert.Contains("Discounted", File.ReadAllText(sandbox.PathOf("artifacts/ai-attribution/App/debug/AiAttribution.md")));
    }
}
