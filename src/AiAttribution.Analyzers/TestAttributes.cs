using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAttribution.Analyzers;

/// <summary>Tells test methods by the names of their attributes, of any framework and its extensions (<c>Fact</c>, <c>ConditionalFact</c>, <c>TestMethod</c>, <c>TestCase</c>).</summary>
internal static class TestAttributes
{
    private static readonly string[] Tests = ["Test", "TestCase", "TestCaseSource", "AvaloniaTest", "Combinatorial", "Pairwise", "Sequential"];

    /// <summary>Ends of names of xunit's and MSTest's attributes, whose tests run in public types only.</summary>
    private static readonly string[] PublicTestEnds = ["Fact", "Theory", MSTestEnd];

    private const string MSTestEnd = "TestMethod";
    private const string MSTestClassEnd = "TestClass";

    /// <summary>Attributes that leave a test out, or state by themselves what must come of it, such as an end in time.</summary>
    private static readonly string[] Excuses = ["Ignore", "Skip", "Explicit", "ExpectedException", "Benchmark", "Timeout", "CancelAfter", "MaxTime"];

    /// <summary>Parts of names of categories and of types whose tests measure: they print how long something took.</summary>
    private static readonly string[] Measuring = ["Benchmark", "Performance"];

    private static readonly string[] MeasuringEnds = ["", "s", "Test", "Tests"];

    private static readonly string[] CompilerEnds = ["Compile", "Compiles", "CompileTest", "CompileTests", "CompileSpec", "CompileSpecs", "CompileTimeTests"];

    private static readonly string[] ExcusingArguments = ["Skip", "SkipWhen", "SkipUnless", "Ignore", "IgnoreReason", "Explicit", "ExpectedResult", "ExpectedException", "Timeout"];

    /// <summary>Whether the method is a test that runs and has to assert for itself.</summary>
    public static bool IsJudged(MethodDeclarationSyntax method)
    {
        if ((method.Body is null && method.ExpressionBody is null) || IsLeftOut(method))
            return false;
        return method.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => Runs(method, Name(attribute)))
            && !IsHidden(method) && !method.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().Any(IsExcused);
    }

    /// <summary>A suite that inherits its tests leaves out those that do not apply by an override that does nothing.</summary>
    private static bool IsLeftOut(MethodDeclarationSyntax method) => method.Modifiers.Any(SyntaxKind.OverrideKeyword)
        && !method.DescendantNodes().Any(node => node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax);

    private static bool IsExcused(MemberDeclarationSyntax member) =>
        member.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => Excuses.Contains(Name(attribute)) || HasExcuse(attribute)) || member switch
        {
            TypeDeclarationSyntax type => Array.Exists(Measuring, word => Array.Exists(MeasuringEnds, end => type.Identifier.Text.EndsWith(word + end, StringComparison.Ordinal))) || IsOfCompiler(type.Identifier.Text),
            MethodDeclarationSyntax test => IsOfCompiler(test.Identifier.Text),
            _ => false,
        };

    /// <summary>Whether it is the compiler that asserts: <c>FlowCompileSpec</c>, <c>Code_compiles</c>.</summary>
    private static bool IsOfCompiler(string name) => Array.Exists(CompilerEnds, end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the attribute makes a test of the method in a type where its framework looks for tests.</summary>
    private static bool Runs(MethodDeclarationSyntax method, string attribute)
    {
        if (Tests.Contains(attribute))
            return true;
        return PublicTestEnds.Any(end => attribute.EndsWith(end, StringComparison.Ordinal))
            && IsPublic(method.FirstAncestorOrSelf<TypeDeclarationSyntax>(type => type.Parent is not TypeDeclarationSyntax))
            && (!attribute.EndsWith(MSTestEnd, StringComparison.Ordinal) || IsInTestClass(method));
    }

    /// <summary>MSTest looks into types with its attribute; an abstract type, or another part of this one, may get it elsewhere.</summary>
    private static bool IsInTestClass(MethodDeclarationSyntax method) => method.Parent is TypeDeclarationSyntax type
        && (type.Modifiers.Any(SyntaxKind.AbstractKeyword) || type.Modifiers.Any(SyntaxKind.PartialKeyword)
            || type.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => Name(attribute).EndsWith(MSTestClassEnd, StringComparison.Ordinal)));

    /// <summary>Suites have tests in nested types that are not public as data.</summary>
    private static bool IsHidden(MethodDeclarationSyntax method)
    {
        for (SyntaxNode? type = method.Parent; type?.Parent is TypeDeclarationSyntax; type = type.Parent)
        {
            if (!IsPublic((TypeDeclarationSyntax)type))
                return true;
        }

        return false;
    }

    private static bool IsPublic(TypeDeclarationSyntax? type) => type?.Modifiers.Any(SyntaxKind.PublicKeyword) == true;

    private static bool HasExcuse(AttributeSyntax attribute)
    {
        foreach (AttributeArgumentSyntax argument in attribute.ArgumentList?.Arguments ?? default)
        {
            if (argument.NameEquals is { } name && ExcusingArguments.Contains(name.Name.Identifier.Text))
                return true;
            if (argument.NameEquals is null && IsCategory(attribute) && argument.Expression is LiteralExpressionSyntax category && Array.Exists(Measuring, word => category.Token.ValueText.IndexOf(word, StringComparison.Ordinal) >= 0))
                return true;
        }

        return false;
    }

    private static bool IsCategory(AttributeSyntax attribute) => Name(attribute) is "Category" or "TestCategory" or "Trait" or "Property";

    /// <summary>The name without namespace and <c>Attribute</c>.</summary>
    public static string Name(AttributeSyntax attribute)
    {
        const string suffix = "Attribute";
        string name = attribute.Name switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.Text,
            AliasQualifiedNameSyntax alias => alias.Name.Identifier.Text,
            SimpleNameSyntax simple => simple.Identifier.Text,
            _ => "",
        };
        return name.EndsWith(suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - suffix.Length) : name;
    }
}
