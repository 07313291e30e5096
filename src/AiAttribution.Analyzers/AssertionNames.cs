using Microsoft.CodeAnalysis;

namespace AiAttribution.Analyzers;

/// <summary>Names by which assertions are known: of assertion libraries, mocks, snapshot tools and custom helpers.</summary>
internal static class AssertionNames
{
    /// <summary>Beginnings of method names: <c>Assert…</c>, <c>Should…</c>, mocks' <c>Verify</c> and <c>Received</c>, helpers such as <c>CheckOutput</c>.</summary>
    private static readonly string[] Methods =
        ["Assert", "Should", "Verify", "Expect", "Must", "Check", "Ensure", "Validate", "Throw", "Received", "DidNotReceive", "Approve", "Fail", "Require", "Compare", "Match"];

    private static readonly string[] TypeWords = ["Assert", "Should", "Verif", "Expect"];

    /// <summary>Types that say by their whole name what they do: NSubstitute's <c>Received.InOrder</c>, NUnit's <c>Assume.That</c> and <c>Warn.If</c>.</summary>
    private static readonly string[] Types = ["Received", "Assume", "Warn"];

    private static readonly string[] Namespaces =
    [
        "FluentAssertions", "AwesomeAssertions", "Shouldly", "NFluent", "Xunit.Assert", "TUnit.Assertions", "VerifyXunit", "VerifyNUnit", "VerifyMSTest", "VerifyTUnit", "VerifyTests",
        "Snapshooter", "ApprovalTests", "Microsoft.CodeAnalysis.Testing", "Microsoft.CodeAnalysis.CSharp.Testing", "Microsoft.CodeAnalysis.VisualBasic.Testing", "FsCheck", "CsCheck",
    ];

    /// <summary>Libraries that an assembly with assertions of its own refers to.</summary>
    private static readonly string[] Libraries =
        ["xunit.assert", "xunit.v3.assert", "nunit.framework", "Microsoft.VisualStudio.TestPlatform.TestFramework", "MSTest.TestFramework", "TUnit.Assertions", "FluentAssertions", "AwesomeAssertions", "Shouldly"];

    /// <summary>Parts of names of assemblies that help tests. <c>Testing</c> is none: fakes that products ship for their users are called so.</summary>
    private static readonly string[] HelperWords =
        ["Test", "Tests", "UnitTests", "IntegrationTests", "TestInfrastructure", "TestUtilities", "TestUtils", "TestUtility", "TestHelpers", "TestHelper", "TestCommon", "TestShared", "TestSupport", "TestBase"];

    /// <summary>Whether a method that is called by this name asserts, whatever it belongs to.</summary>
    public static bool IsMethod(string name) => Methods.Any(start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a type of this name holds assertions: <c>Assert</c>, <c>CollectionAssert</c>, <c>DiagnosticVerifier</c>.</summary>
    public static bool IsType(string name) => Types.Contains(name) || TypeWords.Any(word => name.IndexOf(word, StringComparison.Ordinal) >= 0);

    /// <summary>Whether a method is of the framework itself, which asserts nothing about anybody's code however it is called; but for <c>Debug.Assert</c>.</summary>
    public static bool IsOfSystem(IMethodSymbol method)
    {
        string space = (method.ReducedFrom ?? method).ContainingNamespace?.ToDisplayString() ?? "";
        return (space == "System" || space.StartsWith("System.", StringComparison.Ordinal))
            && method.DeclaringSyntaxReferences.IsEmpty
            && !(method.ContainingType?.Name is "Debug" or "Trace" && method.Name is "Assert" or "Fail");
    }

    /// <summary>Whether a method asserts because of where it comes from.</summary>
    public static bool IsFromLibrary(IMethodSymbol method)
    {
        string space = method.ContainingNamespace?.ToDisplayString() ?? "";
        return Namespaces.Any(known => space == known || space.StartsWith(known + ".", StringComparison.Ordinal));
    }

    /// <summary>Whether a method of an assembly whose text is not at hand may assert: its name or a library that it refers to makes it a helper for tests.</summary>
    public static bool IsInTestHelper(IMethodSymbol method) => method.ContainingAssembly is { } assembly
        && (assembly.Name.Split('.').Any(word => HelperWords.Contains(word, StringComparer.OrdinalIgnoreCase))
            || assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => Libraries.Contains(reference.Name, StringComparer.OrdinalIgnoreCase))));
}
