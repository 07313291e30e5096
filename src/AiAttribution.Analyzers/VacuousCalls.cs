using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAttribution.Analyzers;

/// <summary>
/// Calls that look like an assertion and hold whatever the code does: <c>Assert.True(true)</c>, <c>true.Should().BeTrue()</c>, and
/// <c>x.Should()</c> without a verb.
/// </summary>
internal static class VacuousCalls
{
    /// <summary>Whether a call is one.</summary>
    public static bool Is(InvocationExpressionSyntax call)
    {
        string? name = Name(call);
        return name switch
        {
            "Should" => IsTruth(Target(call)) || call.Parent is ExpressionStatementSyntax or ArrowExpressionClauseSyntax or LambdaExpressionSyntax || IsEndOfChain(call),
            "True" or "IsTrue" or "That" when IsConstant(call, SyntaxKind.TrueLiteralExpression) => true,
            "False" or "IsFalse" when IsConstant(call, SyntaxKind.FalseLiteralExpression) => true,
            "Null" or "IsNull" when IsConstant(call, SyntaxKind.NullLiteralExpression) => true,
            "Equal" or "AreEqual" when Target(call) is SimpleNameSyntax { Identifier.Text: "Assert" } => IsSame(call.ArgumentList.Arguments),
            _ => AreKnown(call.ArgumentList.Arguments) && IsVacuousOn(name, Target(call)),
        };
    }

    /// <summary>What is called; null for the result of an expression.</summary>
    public static string? Name(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.Text,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.Text,
        SimpleNameSyntax name => name.Identifier.Text,
        _ => null,
    };

    /// <summary><c>true.ShouldBeTrue()</c>, and what follows on <c>Assert.That(true)</c>.</summary>
    private static bool IsVacuousOn(string? name, ExpressionSyntax? target) => target is InvocationExpressionSyntax inner
        ? Name(inner) is "Should" or "That" && Is(inner)
        : IsTruth(target) && name?.StartsWith("Should", StringComparison.Ordinal) == true;

    private static ExpressionSyntax? Target(InvocationExpressionSyntax call) => (call.Expression as MemberAccessExpressionSyntax)?.Expression;

    /// <summary><c>x?.Should()</c> ends in the call, <c>x?.Should().Be(1)</c> does not.</summary>
    private static bool IsEndOfChain(InvocationExpressionSyntax call) => call.Parent is ConditionalAccessExpressionSyntax { Parent: ExpressionStatementSyntax } chain && chain.WhenNotNull == call;

    private static bool IsConstant(InvocationExpressionSyntax call, SyntaxKind literal) =>
        call.ArgumentList.Arguments is { Count: > 0 } arguments && arguments[0].Expression.IsKind(literal) && AreKnown(arguments, 1);

    private static bool IsSame(SeparatedSyntaxList<ArgumentSyntax> arguments) => arguments.Count > 1 && AreKnown(arguments)
        && arguments[0].Expression is LiteralExpressionSyntax one && arguments[1].Expression is LiteralExpressionSyntax other && one.Token.Text == other.Token.Text;

    /// <summary>Whether only literals and constraints such as <c>Is.True</c> are given.</summary>
    private static bool AreKnown(SeparatedSyntaxList<ArgumentSyntax> arguments, int from = 0)
    {
        for (int i = from; i < arguments.Count; i++)
        {
            if (arguments[i].Expression is not (LiteralExpressionSyntax or MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "Is" } }))
                return false;
        }

        return true;
    }

    private static bool IsTruth(ExpressionSyntax? expression) => expression is LiteralExpressionSyntax literal
        && (literal.IsKind(SyntaxKind.TrueLiteralExpression) || literal.IsKind(SyntaxKind.FalseLiteralExpression));
}
