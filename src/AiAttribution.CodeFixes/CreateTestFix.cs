using System.Collections.Immutable;
using System.Composition;
using AiAttribution.Core.Members;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAttribution.CodeFixes;

/// <summary>AIA1001, AIA1002: creates a test of the member in the project that tests this one. The test fails until somebody says what it must assert.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class CreateTestFix : CodeFixProvider
{
    private const string Key = "AiAttribution.CreateTest";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [VerdictIds.NeitherTestedNorDeployed, VerdictIds.DeployedUntested];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => new OneByOne(Key, "Create a test of each", CreateAsync);

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await MemberAsync(context.Document, context.Span.Start, context.CancellationToken).ConfigureAwait(false) is null
            || await TestsOfAsync(context.Document.Project, context.CancellationToken).ConfigureAwait(false) is not (Project tests, _, _))
            return;
        Diagnostic diagnostic = context.Diagnostics[0];
        context.RegisterCodeFix(CodeAction.Create($"Create a test in {tests.Name}", cancel => CreateAsync(context.Document, diagnostic, cancel), Key), context.Diagnostics);
    }

    private static async Task<Solution> CreateAsync(Document document, Diagnostic diagnostic, CancellationToken cancel)
    {
        Solution solution = document.Project.Solution;
        if (await MemberAsync(document, diagnostic.Location.SourceSpan.Start, cancel).ConfigureAwait(false) is not ISymbol member
            || await TestsOfAsync(document.Project, cancel).ConfigureAwait(false) is not (Project tests, Compilation compilation, TestFramework framework))
            return solution;
        TestNeighbours neighbours = await TestNeighbours.FindAsync(tests, cancel).ConfigureAwait(false);
        return await new TestSkeleton(tests, compilation, framework, neighbours).AddAsync(document, member, cancel).ConfigureAwait(false);
    }

    /// <summary>The first project, by name, that refers to this one and to a framework of tests.</summary>
    private static async Task<(Project Tests, Compilation Compilation, TestFramework Framework)?> TestsOfAsync(Project project, CancellationToken cancel)
    {
        foreach (Project other in project.Solution.Projects.Where(other => other.ProjectReferences.Any(reference => reference.ProjectId == project.Id)).OrderBy(other => other.Name, StringComparer.Ordinal))
        {
            if (other.Language == LanguageNames.CSharp && await other.GetCompilationAsync(cancel).ConfigureAwait(false) is Compilation compilation && TestFramework.Of(compilation) is TestFramework framework)
                return (other, compilation, framework);
        }

        return null;
    }

    /// <summary>The member whose name stands there; null for top-level code.</summary>
    private static async Task<ISymbol?> MemberAsync(Document document, int position, CancellationToken cancel)
    {
        if (await document.GetSyntaxRootAsync(cancel).ConfigureAwait(false) is not SyntaxNode root || await document.GetSemanticModelAsync(cancel).ConfigureAwait(false) is not SemanticModel model)
            return null;
        SyntaxNode? declaration = root.FindToken(position).Parent?.FirstAncestorOrSelf<SyntaxNode>(node => node is AccessorDeclarationSyntax or BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax);
        return declaration is null ? null : model.GetDeclaredSymbol(declaration, cancel);
    }
}
