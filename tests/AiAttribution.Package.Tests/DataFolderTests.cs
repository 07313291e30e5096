using AiAttribution.Package.Tests.Fixtures;
using AiAttribution.Testing.Files;

namespace AiAttribution.Package.Tests;

/// <summary>Where a build keeps what it writes.</summary>
public class DataFolderTests
{
    [UnixFact]
    public void Committed_link_in_place_of_the_data_gets_nothing_and_fails_nothing_and_the_gate_says_so()
    {
        using var outside = new TemporaryFolder();
        using Sandbox sandbox = Sandbox.WithAiMethod();
        Directory.CreateDirectory(sandbox.PathOf("App/obj/Debug/net10.0"));
        string place = sandbox.PathOf("App/obj/Debug/net10.0/ai-attribution");
        Directory.CreateSymbolicLink(place, outside.Path);

        BuildResult linked = sandbox.Build("-p:AiAttributionVerify=warn").Succeeded();

        Assert.Equal(["AIA2016", "AIA9018"], linked.Own.Select(d => d.Code).Order());
        Assert.Empty(Directory.GetFileSystemEntries(outside.Path));

        // What MSBuild would read itself: no number, and a pipe that nobody writes to.
        Directory.Delete(place);
        sandbox.Write("App/obj/Debug/net10.0/ai-attribution/App/AiAttribution.until.cache", "secret\n");
        sandbox.Write("App/obj/Debug/net10.0/ai-attribution/App/AiAttribution.figures.cache", "secret\n");
        Pipes.Make(sandbox.PathOf("App/obj/Debug/net10.0/ai-attribution/App/AiAttribution.watch.cache"));

        Assert.Equal("AIA1005", Assert.Single(sandbox.Build().Succeeded().Own).Code);
    }

    [Fact]
    public void Compiler_of_an_MSBuild_that_has_it_elsewhere_is_where_that_says()
    {
        using Sandbox sandbox = Sandbox.WithProject();
        string folder = sandbox.PathOf("Roslyn");
        sandbox.Restore();

        BuildResult asked = sandbox.Run("msbuild", "App", $"-p:RoslynCoreAssembliesPath={folder}/bincore", $"-p:RoslynTargetsPath={folder}/binfx", "-p:TargetFramework=net10.0", "-getProperty:_AiAttributionCompiler");

        Assert.Equal(sandbox.PathOf("Roslyn/bincore"), asked.Succeeded().Output.Trim());
    }
}
