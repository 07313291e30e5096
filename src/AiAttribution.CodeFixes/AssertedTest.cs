using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace AiAttribution.CodeFixes;

/// <summary>A test with an assertion around its last statement.</summary>
internal static class AssertedTest
{
    /// <summary>The test; null when its last statement cannot be put into a lambda, or there is none.</summary>
    /// <param name="test">The test as it is.</param>
    /// <param name="framework">Its framework.</param>
    /// <param name="nullable">Whether types say there that they may be null.</param>
    public static MethodDeclarationSyntax? Of(MethodDeclarationSyntax test, TestFramework framework, bool nullable)
    {
        bool isAsync = test.Modifiers.Any(SyntaxKind.AsyncKeyword);
        if (Block(test) is not { Statements.Count: > 0 } body || (!isAsync && test.ReturnType is not PredefinedTypeSyntax))
            return null;
        StatementSyntax last = body.Statements.Last();
        if (last.ContainsDirectives || last.DescendantNodesAndSelf().Any(node => node is ReturnStatementSyntax or YieldStatementSyntax))
            return null;
        bool awaits = last.DescendantNodesAndSelf(node => node is not AnonymousFunctionExpressionSyntax and not LocalFunctionStatementSyntax).Any(IsAwait);
        StatementSyntax[] asserted = [.. Parse(Text(Lambda(last, awaits), last, awaits, framework, nullable))];
        asserted[0] = asserted[0].WithLeadingTrivia(last.GetLeadingTrivia());
        asserted[asserted.Length - 1] = asserted[asserted.Length - 1].WithTrailingTrivia(last.GetTrailingTrivia());
        MethodDeclarationSyntax mended = test.ExpressionBody is { } arrow && asserted.Length == 1
            ? test.WithExpressionBody(arrow.WithExpression(Annotated(((ExpressionStatementSyntax)asserted[0]).Expression)))
            : test.WithExpressionBody(null).WithSemicolonToken(default).WithBody(body.WithStatements(body.Statements.RemoveAt(body.Statements.Count - 1).AddRange(asserted.Select(Annotated))));
        return framework == TestFramework.TUnit && !isAsync ? Async(mended) : mended;
    }

    /// <summary>The test's statements; that of an arrow is one.</summary>
    private static BlockSyntax? Block(MethodDeclarationSyntax test) => test.ExpressionBody is { } arrow
        ? Annotated(SyntaxFactory.Block(SyntaxFactory.ExpressionStatement(arrow.Expression.WithoutTrivia())))
        : test.Body;

    private static bool IsAwait(SyntaxNode node) => node is AwaitExpressionSyntax
        or LocalDeclarationStatementSyntax { AwaitKeyword.RawKind: not 0 } or UsingStatementSyntax { AwaitKeyword.RawKind: not 0 } or CommonForEachStatementSyntax { AwaitKeyword.RawKind: not 0 };

    /// <summary>What nobody reads any more needs no variable.</summary>
    private static string Lambda(StatementSyntax statement, bool awaits)
    {
        string code = statement switch
        {
            ExpressionStatementSyntax { Expression: var expression } => expression.WithoutTrivia().ToFullString(),
            LocalDeclarationStatementSyntax local when Value(local) is ExpressionSyntax value => value.WithoutTrivia().ToFullString(),
            BlockSyntax block => block.WithoutTrivia().ToFullString(),
            _ => $"{{ {statement.WithoutTrivia().ToFullString()} }}",
        };
        return $"{(awaits ? "async " : "")}() => {code}";
    }

    /// <summary>What the one variable is made of, where that has a type of its own; not of a variable that is disposed of.</summary>
    private static ExpressionSyntax? Value(LocalDeclarationStatementSyntax local) =>
        local.UsingKeyword.IsKind(SyntaxKind.None) && local.Declaration.Variables.Count == 1
        && local.Declaration.Variables[0].Initializer?.Value is InvocationExpressionSyntax or AwaitExpressionSyntax or ObjectCreationExpressionSyntax or MemberAccessExpressionSyntax
            ? local.Declaration.Variables[0].Initializer!.Value
            : null;

    private static string Text(string lambda, StatementSyntax last, bool awaits, TestFramework framework, bool nullable)
    {
        if (framework == TestFramework.Xunit)
            return awaits ? $"Assert.Null(await Record.ExceptionAsync({lambda}));" : $"Assert.Null(Record.Exception({lambda}));";
        if (framework == TestFramework.NUnit)
            return $"Assert.That({lambda}, Throws.Nothing);";
        return framework == TestFramework.TUnit
            ? $"await Assert.That({lambda}).ThrowsNothing();"
            : $"global::System.Exception{(nullable ? "?" : "")} thrown = null;\ntry\n{{\n{last.WithoutTrivia().ToFullString()}\n}}\ncatch (global::System.Exception exception)\n{{\nthrown = exception;\n}}\n\nAssert.IsNull(thrown);";
    }

    private static SyntaxList<StatementSyntax> Parse(string text) => ((BlockSyntax)SyntaxFactory.ParseStatement($"{{\n{text}\n}}")).Statements;

    private static MethodDeclarationSyntax Async(MethodDeclarationSyntax test) => test
        .WithReturnType(Annotated(SyntaxFactory.ParseTypeName("global::System.Threading.Tasks.Task")).WithTriviaFrom(test.ReturnType))
        .AddModifiers(SyntaxFactory.Token(SyntaxKind.AsyncKeyword).WithTrailingTrivia(SyntaxFactory.Space));

    private static T Annotated<T>(T node)
        where T : SyntaxNode => node.WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation);
}
