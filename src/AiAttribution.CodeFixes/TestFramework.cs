using Microsoft.CodeAnalysis;

namespace AiAttribution.CodeFixes;

/// <summary>How tests of one framework are written.</summary>
/// <param name="Namespace">Where its attributes are.</param>
/// <param name="Attribute">Attribute of a test.</param>
/// <param name="ClassAttribute">Attribute that a class with tests must have; null for none.</param>
/// <param name="AssertNamespace">Where its <c>Assert</c> is.</param>
internal sealed record TestFramework(string Namespace, string Attribute, string? ClassAttribute, string AssertNamespace)
{
    public static readonly TestFramework Xunit = new("Xunit", "Fact", null, "Xunit");
    public static readonly TestFramework NUnit = new("NUnit.Framework", "Test", null, "NUnit.Framework");
    public static readonly TestFramework MSTest = new("Microsoft.VisualStudio.TestTools.UnitTesting", "TestMethod", "TestClass", "Microsoft.VisualStudio.TestTools.UnitTesting");
    public static readonly TestFramework TUnit = new("TUnit.Core", "Test", null, "TUnit.Assertions");

    private static readonly TestFramework[] All = [Xunit, NUnit, MSTest, TUnit];

    /// <summary>The framework that a project refers to; null when there is none that is known.</summary>
    public static TestFramework? Of(Compilation compilation) =>
        Array.Find(All, framework => compilation.GetTypeByMetadataName($"{framework.Namespace}.{framework.Attribute}Attribute") is not null);

    /// <summary>The framework whose attributes a test has, or derives its own from; null when there is none that is known.</summary>
    public static TestFramework? Of(ISymbol test)
    {
        foreach (AttributeData attribute in test.GetAttributes())
        {
            for (INamedTypeSymbol? type = attribute.AttributeClass; type is not null; type = type.BaseType)
            {
                if (Array.Find(All, framework => framework.Namespace == type.ContainingNamespace?.ToDisplayString()) is TestFramework known)
                    return known;
            }
        }

        return null;
    }

    /// <summary>Namespaces that a file with tests uses.</summary>
    public IEnumerable<string> Usings => Namespace == AssertNamespace ? [Namespace] : [Namespace, AssertNamespace];

    /// <summary>Namespaces that an assertion uses; TUnit's are extension methods.</summary>
    public IEnumerable<string> AssertUsings => this == TUnit ? [AssertNamespace, AssertNamespace + ".Extensions"] : [AssertNamespace];

    /// <summary>Whether the referenced version has an assertion of this name.</summary>
    public bool Has(Compilation compilation, string assertion) => compilation.GetTypeByMetadataName(AssertNamespace + ".Assert")?.GetMembers(assertion).IsEmpty == false;

    /// <summary>A statement that fails with a text, by what the referenced version has.</summary>
    public string Fail(Compilation compilation, string text) =>
        Has(compilation, "Fail") ? $"Assert.Fail(\"{text}\");" : $"Assert.True(false, \"{text}\");";
}
