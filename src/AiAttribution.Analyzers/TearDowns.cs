using Microsoft.CodeAnalysis;

namespace AiAttribution.Analyzers;

/// <summary>Finds what is run after a test, where suites assert for all their tests at once: that mocks were called, that no error was logged.</summary>
internal static class TearDowns
{
    private static readonly string[] Attributes = ["TearDown", "TestCleanup", "After"];

    /// <summary>The methods of the tests' type and its bases.</summary>
    public static IEnumerable<IMethodSymbol> Of(INamedTypeSymbol tests)
    {
        for (INamedTypeSymbol? type = tests; type is { SpecialType: SpecialType.None }; type = type.BaseType)
        {
            foreach (IMethodSymbol method in type.GetMembers().OfType<IMethodSymbol>())
            {
                if (Disposes(method) || method.GetAttributes().Any(attribute => IsTearDown(attribute.AttributeClass?.Name ?? "")))
                    yield return method;
            }
        }
    }

    /// <summary>Whether it disposes of something, which is seldom an assertion.</summary>
    public static bool Disposes(IMethodSymbol method) => method.Name.EndsWith("Dispose", StringComparison.Ordinal) || method.Name.EndsWith("DisposeAsync", StringComparison.Ordinal);

    private static bool IsTearDown(string attribute) => Array.Exists(Attributes, name => attribute == name || attribute == name + "Attribute");
}
