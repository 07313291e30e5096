using AiAttribution.Package.Tests.Fixtures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AiAttribution.Package.Tests;

/// <summary>What hosts show and mend that open projects by MSBuild, as language servers and tools do.</summary>
public class WorkspaceHostTests(WorkspaceHostTests.Run run) : IClassFixture<WorkspaceHostTests.Run>
{
    private static readonly string[] Warned = ["Prices.cs AIA1001 7"];

    [Fact]
    public async Task Workspace_that_was_open_before_the_first_build_knows_nothing_until_its_host_hands_on_the_file_that_changed()
    {
        Project project = run.Before.Solution.Projects.Single();
        Assert.Equal(["Prices.cs AIA9020 1"], await OpenedWorkspace.ToldAsync(project));
        TextDocument snapshot = project.AdditionalDocuments.Single(file => file.FilePath == run.Sandbox.Snapshot);

        Solution told = run.Before.Solution.WithAdditionalDocumentText(snapshot.Id, SourceText.From(await File.ReadAllTextAsync(run.Sandbox.Snapshot)));

        Assert.Equal(Warned, await OpenedWorkspace.ToldAsync(told.GetProject(project.Id)!));
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
    public async Task Test_that_a_fix_writes_compiles_with_its_framework_and_is_named_and_placed_as_its_neighbours_are(string framework)
    {
        Solution solution = WithTests(framework, "Total_is_the_sum_of_its_lines() { }");
        Document prices = solution.GetProject(run.App.Id)!.Documents.Single(file => file.Name == "Prices.cs");

        Project tests = (await OpenedWorkspace.FixAsync(run.App, prices, Assert.Single(await OpenedWorkspace.DiagnosticsAsync(run.App)))).GetProject(run.Tests.Id)!;

        Document test = Assert.Single(tests.Documents, file => file.Name == "PricesSpecs.cs");
        string text = (await test.GetTextAsync()).ToString();
        Assert.Equal(Path.Combine(Path.GetDirectoryName(run.Tests.FilePath)!, "PricesSpecs.cs"), test.FilePath);
        Assert.Contains($"{FrameworkOfTests.Of(framework).ClassAttribute}public sealed class PricesSpecs\n", text, StringComparison.Ordinal);
        Assert.Contains($"    {FrameworkOfTests.Of(framework).Attribute}\n    public void Discounted_does_what_it_should()\n", text, StringComparison.Ordinal);
        Assert.Contains("        var result = Prices.Discounted(price, years);\n", text, StringComparison.Ordinal);
        Assert.Empty(await ErrorsAsync(tests));
    }

    [Theory]
    [InlineData("xunit")]
    [InlineData("NUnit")]
    [InlineData("MSTest")]
    [InlineData("TUnit")]
    public async Task Assertion_that_a_fix_writes_compiles_with_its_framework(string framework)
    {
        Solution solution = WithTests(framework, "Twice_is_even() { App.Prices.Twice(3); }");
        Document specs = solution.GetProject(run.Tests.Id)!.Documents.Single(file => file.Name == "CartSpecs.cs");
        int place = (await specs.GetTextAsync()).ToString().IndexOf("Twice_is_even", StringComparison.Ordinal);
        var found = Diagnostic.Create(
            new DiagnosticDescriptor("AIA1004", "", "", "AiAttribution", DiagnosticSeverity.Warning, isEnabledByDefault: true),
            Location.Create((await specs.GetSyntaxTreeAsync())!, new TextSpan(place, "Twice_is_even".Length)));

        Project tests = (await OpenedWorkspace.FixAsync(run.Tests, specs, found)).GetProject(run.Tests.Id)!;

        Assert.Contains("Assert.", (await tests.GetDocument(specs.Id)!.GetTextAsync()).ToString(), StringComparison.Ordinal);
        Assert.Empty(await ErrorsAsync(tests));
    }

    [Fact]
    public async Task Fix_that_is_applied_writes_the_test_beside_its_neighbours()
    {
        Document prices = run.App.Documents.Single(file => file.Name == "Prices.cs");

        Assert.True(run.After.Apply(await OpenedWorkspace.FixAsync(run.App, prices, Assert.Single(await OpenedWorkspace.DiagnosticsAsync(run.App)))));

        Assert.Contains("Discounted_does_what_it_should", await File.ReadAllTextAsync(run.Sandbox.PathOf("App.Tests/PricesSpecs.cs")), StringComparison.Ordinal);
    }

    private static async Task<IEnumerable<Diagnostic>> ErrorsAsync(Project project) =>
        (await project.GetCompilationAsync())!.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error);

    /// <summary>The solution with the tests of another framework in place of those on disk.</summary>
    private Solution WithTests(string framework, string test) => run.Opened
        .WithProjectMetadataReferences(run.Tests.Id, [
            .. run.Tests.MetadataReferences.Where(reference => !Path.GetFileName(reference.Display!).StartsWith("xunit.", StringComparison.Ordinal)),
            .. FrameworkOfTests.Assemblies(framework).Select(file => MetadataReference.CreateFromFile(file)),
        ])
        .WithDocumentText(run.Tests.Documents.Single(file => file.Name == "CartSpecs.cs").Id, SourceText.From(FrameworkOfTests.Of(framework).Tests("CartSpecs", test)));

    /// <summary>A workspace from before the first build of a project, and one from after it, with the project's tests.</summary>
    public sealed class Run : IAsyncLifetime
    {
        internal Sandbox Sandbox { get; } = WithTests();

        internal OpenedWorkspace Before { get; private set; } = null!;

        internal OpenedWorkspace After { get; private set; } = null!;

        /// <summary>The solution as it was opened.</summary>
        internal Solution Opened { get; private set; } = null!;

        internal Project App => Opened.Projects.Single(project => project.Name == "App");

        internal Project Tests => Opened.Projects.Single(project => project.Name == "App.Tests");

        public async Task InitializeAsync()
        {
            Before = await OpenedWorkspace.OpenAsync(Sandbox.PathOf("App/App.csproj"));
            await OpenedWorkspace.ToldAsync(Before.Solution.Projects.Single());
            Sandbox.Build().Succeeded();
            After = await OpenedWorkspace.OpenAsync(Sandbox.PathOf("App.Tests/App.Tests.csproj"));
            Opened = After.Solution;
        }

        public Task DisposeAsync()
        {
            Before.Dispose();
            After.Dispose();
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
            sandbox.Write("App.Tests/CartSpecs.cs", FrameworkOfTests.Of("xunit").Tests("CartSpecs", "Total_is_the_sum_of_its_lines() { }"));
            sandbox.CommitPrices(PricesSource.WithMethod, "Add the discount" + PricesSource.AiTrailer + "Claude-Session: https://claude.ai/code/session_01AB\n");
            sandbox.MeasureNothing();
            sandbox.Dotnet("restore", "App.Tests").Succeeded();
            return sandbox;
        }
    }
}
