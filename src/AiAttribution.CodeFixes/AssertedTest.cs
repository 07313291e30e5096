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
    /// <param name="compilation">What the framework's version has.</param>
    /// <param name="nullable">Whether types say there that they may be null.</param>
    public static MethodDeclarationSyntax? Of(MethodDeclarationSyntax test, TestFramework framework, Compilation compilation, bool nullable)
    {
        bool isAsync = test.Modifiers.Any(SyntaxKind.AsyncKeyword);
        if (Block(test) is not { Statements.Count: > 0 } body || (!isAsync && test.ReturnType is not PredefinedTypeSyntax))
            return null;
        if (body.Statements.LastOrDefault(statement => statement is not LocalFunctionStatementSyntax) is not StatementSyntax last)
            return null;
        if (last.ContainsDirectives || Own(last).Any(node => node is ReturnStatementSyntax or YieldStatementSyntax))
            return null;
        bool awaits = Own(last).Any(IsAwait);
        string lambda = Lambda(last, awaits);
        StatementSyntax[] asserted = [.. Parse(framework == TestFramework.NUnit
            ? NUnit(lambda, awaits && framework.Has(compilation, "ThatAsync"))
            : Text(lambda, last, awaits, framework, nullable, name => Free(test, name)))];
        asserted[0] = asserted[0].WithLeadingTrivia(last.GetLeadingTrivia());
        asserted[asserted.Length - 1] = asserted[asserted.Length - 1].WithTrailingTrivia(last.GetTrailingTrivia());
        MethodDeclarationSyntax mended = test.ExpressionBody is { } arrow && asserted.Length == 1
            ? test.WithExpressionBody(arrow.WithExpression(Annotated(((ExpressionStatementSyntax)asserted[0]).Expression)))
            : test.WithExpressionBody(null).WithSemicolonToken(default).WithBody(body.WithStatements(body.Statements.ReplaceRange(last, asserted.Select(Annotated))));
        if (framework == TestFramework.TUnit && !isAsync)
            return Async(mended);
        return awaits && Block(mended)?.Statements.SelectMany(Own).Any(IsAwait) == false ? Sync(mended) : mended;
    }

    private static string NUnit(string lambda, bool isAsync) => isAsync ? $"await Assert.ThatAsync({lambda}, Throws.Nothing);" : $"Assert.That({lambda}, Throws.Nothing);";

    /// <summary>The test's statements; that of an arrow is one.</summary>
    private static BlockSyntax? Block(MethodDeclarationSyntax test) => test.ExpressionBody is { } arrow
        ? Annotated(SyntaxFactory.Block(SyntaxFactory.ExpressionStatement(arrow.Expression.WithoutTrivia())))
        : test.Body;

    /// <summary>What is run where the statement stands.</summary>
    private static IEnumerable<SyntaxNode> Own(StatementSyntax statement) =>
        statement.DescendantNodesAndSelf(node => node is not AnonymousFunctionExpressionSyntax and not LocalFunctionStatementSyntax);

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

    private static string Text(string lambda, StatementSyntax last, bool awaits, TestFramework framework, bool nullable, Func<string, string> free)
    {
        if (framework == TestFramework.Xunit)
            return awaits ? $"Assert.Null(await Record.ExceptionAsync({lambda}));" : $"Assert.Null(Record.Exception({lambda}));";
        if (framework == TestFramework.TUnit)
            return $"await Assert.That({lambda}).ThrowsNothing();";
        (string thrown, string exception) = (free("thrown"), free("exception"));
        return $"global::System.Exception{(nullable ? "?" : "")} {thrown} = null;\ntry\n{{\n{last.WithoutTrivia().ToFullString()}\n}}\ncatch (global::System.Exception {exception})\n{{\n{thrown} = {exception};\n}}\n\nAssert.IsNull({thrown});";
    }

    /// <summary>The name, or one like it that the test does not use.</summary>
    private static string Free(MethodDeclarationSyntax test, string wanted)
    {
        HashSet<string> used = [.. test.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText)];
        string name = wanted;
        for (int number = 2; used.Contains(name); number++)
            name = wanted + number;
        return name;
    }

    private static SyntaxList<StatementSyntax> Parse(string text) => ((BlockSyntax)SyntaxFactory.ParseStatement($"{{\n{text}\n}}")).Statements;

    private static MethodDeclarationSyntax Async(MethodDeclarationSyntax test) => test
        .WithReturnType(Annotated(SyntaxFactory.ParseTypeName("global::System.Threading.Tasks.Task")).WithTriviaFrom(test.ReturnType))
        .AddModifiers(SyntaxFactory.Token(SyntaxKind.AsyncKeyword).WithTrailingTrivia(SyntaxFactory.Space));

    /// <summary>NUnit before version 4 waits by itself.</summary>
    private static MethodDeclarationSyntax Sync(MethodDeclarationSyntax test) => test
        .WithReturnType(SyntaxFactory.PredefinedType(SyntaxFactory.Token(SyntaxKind.VoidKeyword)).WithTriviaFrom(test.ReturnType))
        .WithModifiers(SyntaxFactory.TokenList(test.Modifiers.Where(modifier => !modifier.IsKind(SyntaxKind.AsyncKeyword))));

    private static T Annotated<T>(T node)
        where T : SyntaxNode => node.WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation);
}
