using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAttribution.Analyzers;

/// <summary>Tells what is run after a test, where suites assert for all their tests at once: that mocks were called, that no error was logged.</summary>
internal static class TearDowns
{
    private static readonly string[] Attributes = ["TearDown", "TestCleanup", "After"];

    /// <summary>Whether a method whose text is at hand is run after each test: by its attribute, or because it disposes of the tests' object.</summary>
    public static bool Is(MethodDeclarationSyntax method) => method.Identifier.Text is "Dispose" or "DisposeAsync"
        || method.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => Array.IndexOf(Attributes, TestAttributes.Name(attribute)) >= 0);

    /// <summary>Whether a base in another assembly has one. What disposes is not meant: that is seldom an assertion.</summary>
    public static bool Has(INamedTypeSymbol type) => type.GetMembers().Any(member => member is IMethodSymbol && member.GetAttributes().Any(IsTearDown));

    private static bool IsTearDown(AttributeData attribute) => Array.Exists(Attributes, name => attribute.AttributeClass?.Name == name + "Attribute");
}
