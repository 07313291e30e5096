using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAttribution.Analyzers.Tests;

/// <summary>Tells test methods by the names of their attributes, of any framework and its extensions (<c>Fact</c>, <c>ConditionalFact</c>, <c>TestMethod</c>, <c>TestCase</c>).</summary>
internal static class TestAttributes
{
    private static readonly string[] Tests = ["Test", "TestCase", "TestCaseSource", "DataTestMethod"];
    private static readonly string[] TestEnds = ["Fact", "Theory", "TestMethod"];

    /// <summary>Attributes that leave a test out, or state by themselves what must come of it.</summary>
    private static readonly string[] Excuses = ["Ignore", "Skip", "Explicit", "ExpectedException", "Benchmark"];

    private static readonly string[] ExcusingArguments = ["Skip", "SkipWhen", "SkipUnless", "Ignore", "IgnoreReason", "Explicit", "ExpectedResult", "ExpectedException"];

    /// <summary>Whether the method is a test that runs and has to assert for itself.</summary>
    public static bool IsJudged(MethodDeclarationSyntax method)
    {
        if (IsHidden(method))
            return false;
        bool isTest = false;
        foreach (AttributeListSyntax list in method.AttributeLists)
        {
            foreach (AttributeSyntax attribute in list.Attributes)
            {
                string name = Name(attribute);
                if (Excuses.Contains(name) || HasExcuse(attribute))
                    return false;
                isTest |= Tests.Contains(name) || TestEnds.Any(end => name.EndsWith(end, StringComparison.Ordinal));
            }
        }

        return isTest;
    }

    /// <summary>No framework runs tests of a nested type that is not public; suites have such tests as data.</summary>
    private static bool IsHidden(MethodDeclarationSyntax method)
    {
        for (SyntaxNode? type = method.Parent; type?.Parent is TypeDeclarationSyntax; type = type.Parent)
        {
            if (!((TypeDeclarationSyntax)type).Modifiers.Any(SyntaxKind.PublicKeyword))
                return true;
        }

        return false;
    }

    private static bool HasExcuse(AttributeSyntax attribute)
    {
        foreach (AttributeArgumentSyntax argument in attribute.ArgumentList?.Arguments ?? default)
        {
            if (argument.NameEquals is { } name && ExcusingArguments.Contains(name.Name.Identifier.Text))
                return true;
        }

        return false;
    }

    private static string Name(AttributeSyntax attribute)
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
