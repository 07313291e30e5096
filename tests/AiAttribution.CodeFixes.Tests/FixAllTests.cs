using AiAttribution.CodeFixes.Tests.Fixtures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiAttribution.CodeFixes.Tests;

/// <summary>All members of a project at once.</summary>
public class FixAllTests
{
    [Fact]
    public async Task Tests_of_all_members_of_a_type_come_into_one_class()
    {
        using AdhocWorkspace workspace = new();
        Project shop = workspace.AddProject("Shop", LanguageNames.CSharp).AddMetadataReference(MetadataReference.CreateFromFile(typeof(object).Assembly.Location));
        Document source = shop.AddDocument("Shipping.cs", "public static class Shipping { public static void /*AIA1001*/Send() { } public static void /*AIA1002*/Call() { } }");
        Project tests = source.Project.Solution.AddProject("Shop.Tests", "Shop.Tests", LanguageNames.CSharp)
            .AddMetadataReference(MetadataReference.CreateFromFile(typeof(object).Assembly.Location))
            .AddProjectReference(new ProjectReference(shop.Id))
            .AddDocument("Framework.cs", Frameworks.Xunit).Project;
        Document document = tests.Solution.GetDocument(source.Id)!;
        FixAllContext context = new(document.Project, new CreateTestFix(), FixAllScope.Project, "AiAttribution.CreateTest", ["AIA1001", "AIA1002"], new Provider(), CancellationToken.None);

        CodeAction action = (await new CreateTestFix().GetFixAllProvider().GetFixAsync(context))!;

        Solution solution = (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single().ChangedSolution;
        Document added = solution.GetProject(tests.Id)!.Documents.Single(test => test.Name == "ShippingTests.cs");
        string text = (await added.GetTextAsync()).ToString();
        Assert.Contains("public void Send_DoesWhatItShould()", text, StringComparison.Ordinal);
        Assert.Contains("public void Call_DoesWhatItShould()", text, StringComparison.Ordinal);
        Assert.Single(text.Split("class ShippingTests").Skip(1));
    }

    private sealed class Provider : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            await (await project.GetCompilationAsync(cancellationToken))!.WithAnalyzers([new MarkedMembers()]).GetAnalyzerDiagnosticsAsync(cancellationToken);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            SyntaxTree? tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return (await GetAllDiagnosticsAsync(document.Project, cancellationToken)).Where(diagnostic => diagnostic.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult(Enumerable.Empty<Diagnostic>());
    }
}
