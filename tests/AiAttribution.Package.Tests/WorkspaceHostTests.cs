using AiAttribution.Package.Tests.Fixtures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AiAttribution.Package.Tests;

/// <summary>What hosts show and mend that open projects by MSBuild, as language servers and tools do.</summary>
public class WorkspaceHostTests(WorkspaceHostTests.Run run) : IClassFixture<WorkspaceHostTests.Run>
{
    private static readonly string[] Warned = ["Prices.cs AIA1001 7"];

    [Fact]
    public async Task Host_that_hands_on_the_file_which_a_build_wrote_shows_it_without_a_reload()
    {
        TextDocument snapshot = run.App.AdditionalDocuments.Single(file => file.FilePath == run.Sandbox.Snapshot);
        Solution unbuilt = run.Opened.WithAdditionalDocumentText(snapshot.Id, SourceText.From(""));
        Assert.Equal(["Prices.cs AIA9020 1"], await OpenedWorkspace.ToldAsync(unbuilt.GetProject(run.App.Id)!));

        Solution built = unbuilt.WithAdditionalDocumentText(snapshot.Id, SourceText.From(await File.ReadAllTextAsync(run.Sandbox.Snapshot)));

        Assert.Equal(Warned, await OpenedWorkspace.ToldAsync(built.GetProject(run.App.Id)!));
    }

    [Fact]
    public async Task Workspace_that_is_opened_after_a_build_warns_with_commit_agent_session_and_trails()
    {
        Diagnostic warning = Assert.Single(await OpenedWorkspace.DiagnosticsAsync(run.App));

        Assert.Equal(Warned, await OpenedWorkspace.ToldAsync(run.App));
        Assert.Equal(DiagnosticSeverity.Warning, warning.Severity);
        Assert.Equal((7, 23), (warning.Location.GetLineSpan().StartLinePosition.Line + 1, warning.Location.GetLineSpan().StartLinePosition.Character + 1));
        Assert.Equal(
            [
                "agent=claude-code", "aiLines=9", "codeLines=9", $"commit={run.Sandbox.Repository.Head[..12]}", "deploymentTrail=Pending", "model=",
                "session=claude:session_01AB", "testTrail=None", "unknownLines=0", "weakLines=0",
            ],
            warning.Properties.Select(property => $"{property.Key}={property.Value}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("xunit")]
    [InlineData("NUnit")]
    [InlineData("MSTest")]
    [InlineData("TUnit")]
    public async Task What_fixes_write_compiles_with_the_framework_and_is_named_and_placed_as_its_neighbours_are(string framework)
    {
        Solution before = WithTests(framework);
        Document prices = before.GetProject(run.App.Id)!.Documents.Single(file => file.Name == "Prices.cs");
        Solution created = await OpenedWorkspace.FixAsync(run.App, prices, Assert.Single(await OpenedWorkspace.DiagnosticsAsync(run.App)));
        Document specs = created.GetProject(run.Tests.Id)!.Documents.Single(file => file.Name == "CartSpecs.cs");

        Project tests = (await OpenedWorkspace.FixAsync(run.Tests, specs, await AssertsNothingAsync(specs, "Twice_is_even"))).GetProject(run.Tests.Id)!;

        Document test = Assert.Single(tests.Documents, file => file.Name == "PricesSpecs.cs");
        string text = (await test.GetTextAsync()).ToString();
        Assert.Equal(run.Sandbox.PathOf("App.Tests/PricesSpecs.cs"), test.FilePath);
        Assert.Contains($"{FrameworkOfTests.Of(framework).ClassAttribute}public sealed class PricesSpecs\n", text, StringComparison.Ordinal);
        Assert.Contains($"    {FrameworkOfTests.Of(framework).Attribute}\n    public void Discounted_does_what_it_should()\n", text, StringComparison.Ordinal);
        Assert.Contains("        var result = Prices.Discounted(price, years);\n", text, StringComparison.Ordinal);
        Assert.Contains("Assert.", (await tests.GetDocument(specs.Id)!.GetTextAsync()).ToString(), StringComparison.Ordinal);
        Assert.Empty((await tests.GetCompilationAsync())!.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error));
    }

    private static async Task<Diagnostic> AssertsNothingAsync(Document document, string test) => Diagnostic.Create(
        new DiagnosticDescriptor("AIA1004", "", "", "AiAttribution", DiagnosticSeverity.Warning, isEnabledByDefault: true),
        Location.Create((await document.GetSyntaxTreeAsync())!, new TextSpan((await document.GetTextAsync()).ToString().IndexOf(test, StringComparison.Ordinal), test.Length)));

    /// <summary>The solution with the tests of another framework in place of those on disk.</summary>
    private Solution WithTests(string framework) => run.Opened
        .WithProjectMetadataReferences(run.Tests.Id, [
            .. run.Tests.MetadataReferences.Where(reference => !Path.GetFileName(reference.Display!).StartsWith("xunit.", StringComparison.Ordinal)),
            .. FrameworkOfTests.Assemblies(framework).Select(file => MetadataReference.CreateFromFile(file)),
        ])
        .WithDocumentText(run.Tests.Documents.Single(file => file.Name == "CartSpecs.cs").Id, SourceText.From(FrameworkOfTests.Of(framework).Tests("CartSpecs", "Twice_is_even() { App.Prices.Twice(3); }")));

    /// <summary>A project that is built, and the project of its tests.</summary>
    public sealed class Run : IAsyncLifetime
    {
        private OpenedWorkspace? _workspace;

        internal Sandbox Sandbox { get; } = WithTests();

        internal Solution Opened => _workspace!.Solution;

        internal Project App => Opened.Projects.Single(project => project.Name == "App");

        internal Project Tests => Opened.Projects.Single(project => project.Name == "App.Tests");

        public async Task InitializeAsync()
        {
            Sandbox.Build().Succeeded();
            _workspace = await OpenedWorkspace.OpenAsync(Sandbox.PathOf("App.Tests/App.Tests.csproj"));
        }

        public Task DisposeAsync()
        {
            _workspace?.Dispose();
            Sandbox.Dispose();
            return Task.CompletedTask;
        }

        private static Sandbox WithTests()
        {
            Sandbox sandbox = Sandbox.WithProject();
            sandbox.CommitPrices(PricesSource.Plain, "Add prices");
            sandbox.Repository.Git("tag", "v1.0.0");
            sandbox.Write("App.Tests/App.Tests.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup><IsTestProject>true</IsTestProject></PropertyGroup>
                  <ItemGroup>
                    <ProjectReference Include="../App/App.csproj" />
                    <Reference Include="{string.Join(';', FrameworkOfTests.Assemblies("xunit"))}" />
                  </ItemGroup>
                </Project>
                """);
            sandbox.Write("App.Tests/CartSpecs.cs", FrameworkOfTests.Of("xunit").Tests("CartSpecs", "Twice_is_even() { App.Prices.Twice(3); }"));
            sandbox.CommitPrices(PricesSource.WithMethod, "Add the discount" + PricesSource.AiTrailer + "Claude-Session: https://claude.ai/code/session_01AB\n");
            sandbox.MeasureNothing();
            sandbox.Dotnet("restore", "App.Tests").Succeeded();
            return sandbox;
        }
    }
}
