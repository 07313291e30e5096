using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace AiAttribution.Analyzers;

/// <summary>Tells assemblies that help tests: their text is not at hand, so what they are asked to do may be an assertion.</summary>
internal static class TestHelpers
{
    /// <summary>Libraries that an assembly with assertions of its own refers to.</summary>
    private static readonly string[] Libraries =
        ["xunit.assert", "xunit.v3.assert", "nunit.framework", "Microsoft.VisualStudio.TestPlatform.TestFramework", "MSTest.TestFramework", "TUnit.Assertions", "FluentAssertions", "AwesomeAssertions", "Shouldly"];

    /// <summary>Parts of names of assemblies that help tests. <c>Testing</c> is none: fakes that products ship for their users are called so.</summary>
    private static readonly string[] Words =
        ["Test", "Tests", "UnitTests", "IntegrationTests", "TestInfrastructure", "TestUtilities", "TestUtils", "TestUtility", "TestHelpers", "TestHelper", "TestCommon", "TestShared", "TestSupport", "TestBase", "TestKit"];

    private static readonly ConditionalWeakTable<IAssemblySymbol, object> Known = new();

    /// <summary>Whether its name, or a library that it refers to, says that the assembly helps tests.</summary>
    public static bool Is(IAssemblySymbol assembly) => (bool)Known.GetValue(assembly, one => HasName(one) || RefersToAssertions(one));

    private static bool HasName(IAssemblySymbol assembly) => assembly.Name.Split('.').Any(word => Words.Contains(word, StringComparer.OrdinalIgnoreCase));

    private static bool RefersToAssertions(IAssemblySymbol assembly) =>
        assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => Libraries.Contains(reference.Name, StringComparer.OrdinalIgnoreCase)));
}
