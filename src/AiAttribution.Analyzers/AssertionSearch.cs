using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAttribution.Analyzers;

/// <summary>Looks for an assertion in a test and in the helpers that it calls. In doubt there is one.</summary>
internal sealed class AssertionSearch(Compilation compilation, CancellationToken cancel)
{
    private const int Hops = 4;
    private const int MostBodies = 200;

    private readonly HashSet<SyntaxNode> _seen = [];

    /// <summary>Whether the test, or a helper it leads to, asserts or throws.</summary>
    public bool Asserts(MethodDeclarationSyntax test) => HasDisabledText(test) || Asserts(test, Hops);

    private bool Asserts(SyntaxNode body, int hops)
    {
        if (!_seen.Add(body) || _seen.Count > MostBodies)
            return _seen.Count > MostBodies;
        SemanticModel model = Model(body.SyntaxTree);
        List<ExpressionSyntax> calls = [];
        foreach (SyntaxNode node in body.DescendantNodes())
        {
            cancel.ThrowIfCancellationRequested();
            if (node is ThrowStatementSyntax or ThrowExpressionSyntax || (node is SimpleNameSyntax name && NamesAssertion(name) && !VacuousCalls.Holds(name) && !(IsCalled(name) && IsOfSystem(model, name))))
                return true;
            if ((node is InvocationExpressionSyntax call && !VacuousCalls.Is(call)) || node is BaseObjectCreationExpressionSyntax || IsHandedOver(node))
                calls.Add((ExpressionSyntax)node);
        }

        return hops > 0 && calls.Count > 0 && Follow(calls, model, hops);
    }

    private bool Follow(List<ExpressionSyntax> calls, SemanticModel model, int hops)
    {
        foreach (ExpressionSyntax call in calls)
        {
            SymbolInfo info = model.GetSymbolInfo(call, cancel);
            if ((info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) is not IMethodSymbol method || AssertionNames.IsOfSystem(method))
                continue;
            if (AssertionNames.IsMethod(method.Name) || AssertionNames.IsFromLibrary(method) || Bodies(method).Any(body => Asserts(body, hops - 1)))
                return true;
            if (!SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, compilation.Assembly) && AssertionNames.IsInTestHelper(method))
                return true;
        }

        return false;
    }

    private bool IsOfSystem(SemanticModel model, SimpleNameSyntax name) => model.GetSymbolInfo(name, cancel).Symbol is IMethodSymbol method && AssertionNames.IsOfSystem(method);

    /// <summary>
    /// The method's text in this project. A primary constructor is declared by its type, whose text is not what the call runs; in an editor the
    /// text of other projects is there, too, and is not looked at, because what production code throws is no assertion.
    /// </summary>
    private IEnumerable<SyntaxNode> Bodies(IMethodSymbol method) => (method.ReducedFrom ?? method).OriginalDefinition.DeclaringSyntaxReferences
        .Where(reference => compilation.ContainsSyntaxTree(reference.SyntaxTree))
        .Select(reference => reference.GetSyntax(cancel))
        .Where(body => body is not TypeDeclarationSyntax)
        .Concat(method.MethodKind == MethodKind.Constructor ? Types(method.ContainingType) : []);

    /// <summary>An object that a test makes may assert when it is called back, as a visitor or a fake does.</summary>
    private IEnumerable<SyntaxNode> Types(INamedTypeSymbol type) => type.OriginalDefinition.DeclaringSyntaxReferences
        .Where(reference => compilation.ContainsSyntaxTree(reference.SyntaxTree))
        .Select(reference => reference.GetSyntax(cancel));

    /// <summary>What <c>#if</c> leaves out may be the assertion.</summary>
    private static bool HasDisabledText(MethodDeclarationSyntax test) =>
        test.DescendantTrivia().Any(trivia => trivia.IsKind(SyntaxKind.DisabledTextTrivia));

    /// <summary>What is given to someone who may call it, if it is a method: <c>ForEach(items, CheckItem)</c>.</summary>
    private static bool IsHandedOver(SyntaxNode node) => node is SimpleNameSyntax or MemberAccessExpressionSyntax
        && (node.Parent is ArgumentSyntax or EqualsValueClauseSyntax or InitializerExpressionSyntax or ExpressionElementSyntax || (node.Parent is AssignmentExpressionSyntax assignment && assignment.Right == node));

    /// <summary>A called method of such a name, or the type that one is called on.</summary>
    private static bool NamesAssertion(SimpleNameSyntax name) => IsCalled(name)
        ? AssertionNames.IsMethod(name.Identifier.Text)
        : name.Parent is MemberAccessExpressionSyntax or ObjectCreationExpressionSyntax or QualifiedNameSyntax or AliasQualifiedNameSyntax or VariableDeclarationSyntax && AssertionNames.IsType(name.Identifier.Text);

    /// <summary>Only what is called is looked up: that costs the more the longer the method is.</summary>
    private static bool IsCalled(SimpleNameSyntax name) => name.Parent is InvocationExpressionSyntax
        || (name.Parent is MemberAccessExpressionSyntax access && access.Name == name && access.Parent is InvocationExpressionSyntax)
        || (name.Parent is MemberBindingExpressionSyntax && name.Parent.Parent is InvocationExpressionSyntax);

    // Helpers stand in other files than the test that was asked about. This is done for AI-written tests only, which are few.
#pragma warning disable RS1030
    private SemanticModel Model(SyntaxTree tree) => compilation.GetSemanticModel(tree);
#pragma warning restore RS1030
}
