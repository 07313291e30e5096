using AiAttribution.Package.Tests.Fixtures;

namespace AiAttribution.Package.Tests;

/// <summary>What the first build of a project gives, for which nothing is restored and no server is warm, the next one with a measurement, and one without the package.</summary>
public class ColdBuildTests(ColdBuildTests.Builds builds) : IClassFixture<ColdBuildTests.Builds>
{
    [Fact]
    public void First_build_says_what_is_not_measured()
    {
        Assert.Empty(builds.First.Own);
        Assert.Contains("AiAttribution: App: 1 AI-heavy member, 0 judged, 1 not measured: dotnet test --collect \"Code Coverage;Format=cobertura\"; report: App/obj/ai-attribution/App/Debug/net10.0/AiAttribution.md", builds.First.Output);
        Assert.Contains("Discounted", builds.Markdown);
        Assert.Contains($"\"commit\": \"{builds.Head}\"", builds.Json);
    }

    [Fact]
    public void Measured_build_warns_at_the_identifier()
    {
        BuildDiagnostic warning = Assert.Single(builds.Measured.Own);

        Assert.Equal(("Prices.cs", 7, 23, "warning", "AIA1001"), (warning.File, warning.Line, warning.Column, warning.Level, warning.Code));
        Assert.Contains("Prices.Discounted", warning.Message);
        Assert.Contains("claude", warning.Message);
        Assert.Contains("AiAttribution: reports AiAttribution.md, AiAttribution.json in App/obj/ai-attribution/App/Debug/net10.0/", builds.Measured.Output);
        Assert.Contains("App: 1 AI-heavy member, 1 judged; report:", builds.Measured.Output);
    }

    [Fact]
    public void Assembly_is_the_same_byte_for_byte_with_and_without_the_package()
    {
        Assert.Empty(builds.Without.Own);
        Assert.Equal(builds.Compiled.Assembly, builds.CompiledWithout.Assembly);
        Assert.Equal(builds.Compiled.Symbols, builds.CompiledWithout.Symbols);
    }

    /// <summary>The builds, one after the other.</summary>
    public sealed class Builds
    {
        public Builds()
        {
            using Sandbox sandbox = Sandbox.WithAiMethod();
            File.Delete(sandbox.PathOf(Sandbox.Severities));
            Head = sandbox.Repository.Head;

            First = sandbox.FirstBuild().Succeeded();
            Compiled = Files(sandbox);
            Markdown = File.ReadAllText(sandbox.MarkdownReport);
            Json = File.ReadAllText(sandbox.JsonReport);

            sandbox.MeasureNothing();
            Measured = sandbox.Build("-v:n").Succeeded();

            Directory.Delete(sandbox.PathOf("App/obj"), recursive: true);
            string props = File.ReadAllText(sandbox.PathOf("Directory.Build.props"));
            sandbox.Write("Directory.Build.props", props.Replace("<PackageReference Include=\"AiAttribution\"", "<NoPackage Include=\"AiAttribution\""));
            Without = sandbox.Build().Succeeded();
            CompiledWithout = Files(sandbox);
        }

        internal string Head { get; }

        internal BuildResult First { get; }

        internal BuildResult Measured { get; }

        internal BuildResult Without { get; }

        internal string Markdown { get; }

        internal string Json { get; }

        internal (byte[] Assembly, byte[] Symbols) Compiled { get; }

        internal (byte[] Assembly, byte[] Symbols) CompiledWithout { get; }

        private static (byte[] Assembly, byte[] Symbols) Files(Sandbox sandbox) =>
            (File.ReadAllBytes(sandbox.Assembly), File.ReadAllBytes(Path.ChangeExtension(sandbox.Assembly, "pdb")));
    }
}
