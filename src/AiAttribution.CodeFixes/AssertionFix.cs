using System.Collections.Immutable;
using System.Composition;
using AiAttribution.Core.Members;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAttribution.CodeFixes;

/// <summary>AIA1004: says with the means of the test's framework that the last thing it does must not throw.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class AssertionFix : CodeFixProvider
{
    private const string Key = "AiAttribution.AssertNothingThrown";
    private const string Title = "Assert that nothing is thrown";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [VerdictIds.AssertsNothing];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => new OneByOne(Key, Title, MendAsync);

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Diagnostic diagnostic = context.Diagnostics[0];
        if (await TestAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is not null)
            context.RegisterCodeFix(CodeAction.Create(Title, cancel => MendAsync(context.Document, diagnostic, cancel), Key), context.Diagnostics);
    }

    private static async Task<Solution> MendAsync(Document document, Diagnostic diagnostic, CancellationToken cancel)
    {
        if (await TestAsync(document, diagnostic, cancel).ConfigureAwait(false) is not (MethodDeclarationSyntax method, MethodDeclarationSyntax asserted, TestFramework framework))
            return document.Project.Solution;
        var root = (CompilationUnitSyntax)(await document.GetSyntaxRootAsync(cancel).ConfigureAwait(false))!;
        Compilation compilation = (await document.Project.GetCompilationAsync(cancel).ConfigureAwait(false))!;
        return document.WithSyntaxRoot(UsedNamespaces.AddTo(root.ReplaceNode(method, asserted), compilation, framework.AssertUsings)).Project.Solution;
    }

    /// <summary>The test as it is, and with an assertion of its framework.</summary>
    private static async Task<(MethodDeclarationSyntax Test, MethodDeclarationSyntax Asserted, TestFramework Framework)?> TestAsync(Document document, Diagnostic diagnostic, CancellationToken cancel)
    {
        if (await document.GetSyntaxRootAsync(cancel).ConfigureAwait(false) is not SyntaxNode root
            || await document.GetSemanticModelAsync(cancel).ConfigureAwait(false) is not SemanticModel model
            || root.FindToken(diagnostic.Location.SourceSpan.Start).Parent?.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not MethodDeclarationSyntax method
            || model.GetDeclaredSymbol(method, cancel) is not ISymbol test
            || TestFramework.Of(test) is not TestFramework framework
            || StartsOnly(method, model)
            || AssertedTest.Of(method, framework, model.Compilation, model.GetNullableContext(method.SpanStart).AnnotationsEnabled()) is not MethodDeclarationSyntax asserted)
            return null;
        return (method, asserted, framework);
    }

    /// <summary>Whether the last thing that a test does is to start what it does not await: how that ends is not seen.</summary>
    private static bool StartsOnly(MethodDeclarationSyntax test, SemanticModel model)
    {
        StatementSyntax? last = test.Body?.Statements.LastOrDefault(statement => statement is not LocalFunctionStatementSyntax);
        ExpressionSyntax? value = test.ExpressionBody?.Expression
            ?? (last as ExpressionStatementSyntax)?.Expression
            ?? (last as LocalDeclarationStatementSyntax)?.Declaration.Variables.Last().Initializer?.Value;
        return value is not null && model.GetTypeInfo(value).Type?.Name is "Task" or "ValueTask";
    }
}
