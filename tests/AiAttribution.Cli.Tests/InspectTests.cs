using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Testing.Files;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AiAttribution.Cli.Tests;

public class InspectTests
{
    [Fact]
    public async Task Embedded_figures_are_shown()
    {
        using TemporaryFolder folder = new();
        Compile(folder.Path, "[assembly: System.Reflection.AssemblyMetadata(\"AiAttribution.Tokens\", \"12\"), System.Reflection.AssemblyMetadata(\"Other\", \"x\")]");

        ToolRun run = await ToolRun.Of(folder.Path, "inspect", "App.dll");

        Assert.Equal((0, "App.dll\n  Tokens          12\n"), (run.ExitCode, run.Out));
    }

    [Fact]
    public async Task Assembly_without_figures_is_answered_with_the_way_to_get_them()
    {
        using TemporaryFolder folder = new();
        Compile(folder.Path, "class A { }");

        ToolRun run = await ToolRun.Of(folder.Path, "inspect", "App.dll");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("-p:AiAttributionEmbed=true", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_that_is_no_assembly_is_named()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(Path.Combine(folder.Path, "App.dll"), "text");

        ToolRun run = await ToolRun.Of(folder.Path, "inspect", "App.dll");

        Assert.Equal((2, "ai-attribution: 'App.dll' is damaged, or neither an assembly nor a package.\n"), (run.ExitCode, run.Error));
    }

    private static void Compile(string folder, string source)
    {
        MetadataReference core = MetadataReference.CreateFromFile(typeof(object).Assembly.Location);
        var compilation = CSharpCompilation.Create("App", [CSharpSyntaxTree.ParseText(source)], [core], new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.True(compilation.Emit(Path.Combine(folder, "App.dll")).Success);
    }
}
