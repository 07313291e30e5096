using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAttribution.Analyzers;

/// <summary>Calls that look like an assertion and hold whatever the code does: <c>Assert.True(true)</c>, and <c>x.Should()</c> without a verb.</summary>
internal static class VacuousCalls
{
    /// <summary>Whether a call is one.</summary>
    public static bool Is(InvocationExpressionSyntax call) => Name(call) switch
    {
        "Should" => call.Parent is ExpressionStatementSyntax or ArrowExpressionClauseSyntax or LambdaExpressionSyntax || IsEndOfChain(call),
        "True" or "IsTrue" or "That" => IsConstant(call, SyntaxKind.TrueLiteralExpression),
        "False" or "IsFalse" => IsConstant(call, SyntaxKind.FalseLiteralExpression),
        _ => false,
    };

    /// <summary>What is called; null for the result of an expression.</summary>
    public static string? Name(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.Text,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.Text,
        SimpleNameSyntax name => name.Identifier.Text,
        _ => null,
    };

    /// <summary><c>x?.Should()</c> ends in the call, <c>x?.Should().Be(1)</c> does not.</summary>
    private static bool IsEndOfChain(InvocationExpressionSyntax call) => call.Parent is ConditionalAccessExpressionSyntax { Parent: ExpressionStatementSyntax } chain && chain.WhenNotNull == call;

    private static bool IsConstant(InvocationExpressionSyntax call, SyntaxKind literal) =>
        call.ArgumentList.Arguments is { Count: > 0 } arguments && arguments[0].Expression.IsKind(literal) && arguments.Skip(1).All(more => more.Expression is LiteralExpressionSyntax);
}
