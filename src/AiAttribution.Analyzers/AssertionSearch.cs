using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAttribution.Analyzers;

/// <summary>Looks for an assertion in tests and in the helpers that they call. In doubt there is one.</summary>
internal sealed class AssertionSearch(Compilation compilation, CancellationToken cancel)
{
    private const int Hops = 6;
    private const int MostBodies = 200;

    private static readonly HashSet<string> GuardExceptions = ["NotImplementedException", "NotSupportedException", "ArgumentException", "ArgumentNullException", "ArgumentOutOfRangeException"];

    private readonly Dictionary<SyntaxTree, SemanticModel> _models = [];
    private readonly Dictionary<string, bool> _isForeign = [];
    private readonly Dictionary<INamedTypeSymbol, bool> _tearDowns = new(SymbolEqualityComparer.Default);

    /// <summary>Texts that were looked at, and how many calls further; a shorter way to one leads further.</summary>
    private readonly Dictionary<SyntaxNode, int> _seen = [];

    private bool _doubt;

    /// <summary>Whether the test, a helper it leads to, or what is run after it, asserts or throws.</summary>
    public bool Asserts(MethodDeclarationSyntax test)
    {
        _seen.Clear();
        _doubt = true;
        return HasDisabledText(test) || Asserts(test, Hops) || IsAssertedAfter(test);
    }

    private bool IsAssertedAfter(MethodDeclarationSyntax test)
    {
        _doubt = false;
        for (INamedTypeSymbol? type = TypeOf(test); type is { SpecialType: SpecialType.None }; type = type.BaseType)
        {
            if (!_tearDowns.TryGetValue(type, out bool asserts))
                _tearDowns[type] = asserts = IsAssertedIn(type);
            if (asserts)
                return true;
        }

        return false;
    }

    private INamedTypeSymbol? TypeOf(MethodDeclarationSyntax test) =>
        test.Parent is TypeDeclarationSyntax type ? Model(test.SyntaxTree).GetDeclaredSymbol(type, cancel) : null;

    private bool IsAssertedIn(INamedTypeSymbol type) => SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly)
        ? Texts(type.OriginalDefinition).OfType<TypeDeclarationSyntax>().SelectMany(part => part.Members.OfType<MethodDeclarationSyntax>()).Any(method => TearDowns.Is(method) && Asserts(method, Hops))
        : TestHelpers.Is(type.ContainingAssembly) && TearDowns.Has(type);

    private bool Asserts(SyntaxNode body, int hops)
    {
        if (_seen.TryGetValue(body, out int before) && before >= hops)
            return false;
        _seen[body] = hops;
        if (_seen.Count > MostBodies)
            return true;
        List<ExpressionSyntax> named = [], others = [];
        foreach (SyntaxNode node in body.DescendantNodes())
        {
            cancel.ThrowIfCancellationRequested();
            if (Fails(node, hops) || IsStrictMock(node))
                return true;
            if (node is InvocationExpressionSyntax call)
            {
                if (VacuousCalls.Is(call))
                    continue;
                if (IsOnForeignType(call))
                    return true;
                (LooksLikeAssertion(call) ? named : others).Add(call);
            }
            else if (node is BaseObjectCreationExpressionSyntax || IsHandedOver(node))
            {
                others.Add((ExpressionSyntax)node);
            }
        }

        return named.Concat(others).Any(call => Asserts(call, hops));
    }

    private bool Asserts(ExpressionSyntax call, int hops)
    {
        SymbolInfo info = Model(call.SyntaxTree).GetSymbolInfo(call, cancel);
        if ((info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) is not IMethodSymbol { MethodKind: not MethodKind.DelegateInvoke } method)
            return call is InvocationExpressionSyntax unknown && LooksLikeAssertion(unknown);
        if (IsThrownAway(call) && AssertingMethods.FailsWithoutMatch(method))
            return true;
        if (AssertingMethods.Judge(method, compilation, _doubt) is bool known)
            return known;
        return hops > 0 ? Bodies(method).Any(body => Asserts(body, hops - 1)) : AssertionNames.IsMethod(method.Name);
    }

    /// <summary>
    /// A throw is an assertion, but where a helper only says what it cannot do: a fake that is not finished, an argument that it was not made for.
    /// </summary>
    private static bool Fails(SyntaxNode node, int hops)
    {
        if (node is not (ThrowStatementSyntax or ThrowExpressionSyntax))
            return false;
        ExpressionSyntax? thrown = node is ThrowStatementSyntax statement ? statement.Expression : ((ThrowExpressionSyntax)node).Expression;
        return hops == Hops || (thrown is not null && !(thrown is ObjectCreationExpressionSyntax { Type: SimpleNameSyntax type } && GuardExceptions.Contains(type.Identifier.Text)));
    }

    /// <summary>A strict mock fails at a call that it was not told of.</summary>
    private static bool IsStrictMock(SyntaxNode node) => node is MemberAccessExpressionSyntax { Name.Identifier.Text: "Strict" } access
        && (access.Parent is InvocationExpressionSyntax || access.Expression is SimpleNameSyntax { Identifier.Text: "MockBehavior" or "Behavior" } or MemberAccessExpressionSyntax { Name.Identifier.Text: "MockBehavior" or "Behavior" });

    /// <summary>
    /// The method's text in this project. A primary constructor is declared by its type, whose text is not what the call runs; in an editor the
    /// text of other projects is there, too, and is not looked at, because what production code throws is no assertion.
    /// </summary>
    private IEnumerable<SyntaxNode> Bodies(IMethodSymbol method) => Texts((method.ReducedFrom ?? method).OriginalDefinition)
        .Where(body => body is not TypeDeclarationSyntax)
        .Concat(method.MethodKind == MethodKind.Constructor ? Texts(method.ContainingType.OriginalDefinition) : []);

    /// <summary>That of a type, too: an object that a test makes may assert when it is called back, as a visitor or a fake does.</summary>
    private IEnumerable<SyntaxNode> Texts(ISymbol symbol) => symbol.DeclaringSyntaxReferences
        .Where(reference => compilation.ContainsSyntaxTree(reference.SyntaxTree))
        .Select(reference => reference.GetSyntax(cancel));

    /// <summary>What <c>#if</c> leaves out may be the assertion.</summary>
    private static bool HasDisabledText(MethodDeclarationSyntax test) =>
        test.DescendantTrivia().Any(trivia => trivia.IsKind(SyntaxKind.DisabledTextTrivia));

    /// <summary>What is given to someone who may call it, if it is a method: <c>ForEach(items, CheckItem)</c>.</summary>
    private static bool IsHandedOver(SyntaxNode node) => node is SimpleNameSyntax or MemberAccessExpressionSyntax
        && (node.Parent is ArgumentSyntax or EqualsValueClauseSyntax or InitializerExpressionSyntax or ExpressionElementSyntax || (node.Parent is AssignmentExpressionSyntax assignment && assignment.Right == node));

    /// <summary>
    /// <c>Assert.Equal(…)</c>, where no type of the project is called so. Most tests have it, and what a name alone tells is not looked up:
    /// that costs the more the longer the method is.
    /// </summary>
    private bool IsOnForeignType(InvocationExpressionSyntax call)
    {
        if (call.Expression is not MemberAccessExpressionSyntax { Expression: SimpleNameSyntax { Identifier.Text: string name } } || !name.EndsWith("Assert", StringComparison.Ordinal))
            return false;
        if (!_isForeign.TryGetValue(name, out bool isForeign))
            _isForeign[name] = isForeign = !compilation.ContainsSymbolsWithName(name, SymbolFilter.TypeAndMember, cancel);
        return isForeign;
    }

    private static bool IsThrownAway(ExpressionSyntax call) => call.Parent is ExpressionStatementSyntax
        or AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.Text: "_" }, Parent: ExpressionStatementSyntax };

    /// <summary>A call of such a name, or on a type or an object of such a name.</summary>
    private static bool LooksLikeAssertion(InvocationExpressionSyntax call) => VacuousCalls.Name(call) is string name
        && (AssertionNames.IsMethod(name) || (call.Expression is MemberAccessExpressionSyntax { Expression: SimpleNameSyntax { Identifier.Text: string on } } && AssertionNames.IsType(on)));

    // Helpers stand in other files than the test that was asked about. This is done for AI-written tests only, which are few.
#pragma warning disable RS1030
    private SemanticModel Model(SyntaxTree tree)
    {
        if (!_models.TryGetValue(tree, out SemanticModel? model))
            _models[tree] = model = compilation.GetSemanticModel(tree);
        return model;
    }
#pragma warning restore RS1030
}
