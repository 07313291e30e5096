using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAttribution.Analyzers;

/// <summary>Tells of methods that a test calls whether they assert, by where they come from and what they are called.</summary>
internal static class AssertingMethods
{
    private static readonly string[] Libraries =
    [
        "FluentAssertions", "AwesomeAssertions", "Shouldly", "NFluent", "TUnit.Assertions", "VerifyXunit", "VerifyNUnit", "VerifyMSTest", "VerifyTUnit", "VerifyTests",
        "Snapshooter", "ApprovalTests", "Microsoft.CodeAnalysis.Testing", "Microsoft.CodeAnalysis.CSharp.Testing", "Microsoft.CodeAnalysis.VisualBasic.Testing", "FsCheck", "CsCheck", "Hedgehog",
    ];

    /// <summary>Frameworks whose assertions stand beside what asserts nothing. Some projects compile them in.</summary>
    private static readonly string[] Frameworks = ["Xunit", "NUnit.Framework", "Microsoft.VisualStudio.TestTools.UnitTesting"];

    /// <summary>Libraries whose <c>Throws</c> and <c>Matches</c> say what a mock does, and no more.</summary>
    private static readonly string[] Mocks = ["Moq", "NSubstitute", "FakeItEasy", "Rhino.Mocks", "Telerik.JustMock", "RichardSzalay.MockHttp"];

    private static readonly string[] MockChecks = ["Verify", "Received", "DidNotReceive", "Must", "Assert", "InOrder"];

    /// <summary>Beginnings of names by which other libraries fail a test: waits that end in time, and runs of steps that are found by reflection.</summary>
    private static readonly (string Space, string Start)[] Others =
        [("Bunit", "WaitFor"), ("Microsoft.Playwright", "WaitFor"), ("Aspire.Hosting", "WaitFor"), ("OpenQA.Selenium", "Until"), ("Alba", "Scenario"), ("TestStack.BDDfy", "BDDfy")];

    private static readonly ConditionalWeakTable<INamespaceSymbol, string> Spaces = new();

    /// <summary>Whether a method asserts; null when that stands in its text.</summary>
    /// <param name="called">The method.</param>
    /// <param name="compilation">The tests.</param>
    /// <param name="doubt">Whether a method of which nothing is known but that it helps tests asserts.</param>
    public static bool? Judge(IMethodSymbol called, Compilation compilation, bool doubt)
    {
        IMethodSymbol method = (called.ReducedFrom ?? called).OriginalDefinition;
        string space = Space(method);
        bool isHere = SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, compilation.Assembly);
        if (!isHere && IsIn(space, "System"))
            return FailsByItself(method);
        if (Array.Exists(Libraries, library => IsIn(space, library)) || (Array.IndexOf(Frameworks, space) >= 0 && IsNamed(method)))
            return true;
        if (!isHere && Array.Exists(Mocks, mock => IsIn(space, mock)))
            return Array.Exists(MockChecks, start => method.Name.StartsWith(start, StringComparison.Ordinal));
        if (Array.Exists(Others, other => IsIn(space, other.Space) && method.Name.StartsWith(other.Start, StringComparison.Ordinal)))
            return true;
        return isHere ? ByText(method, compilation) : ByName(method, compilation, doubt);
    }

    /// <summary>Whether a method fails where it finds nothing, so that it may be called for that alone: <c>_ = items.Single(…);</c></summary>
    public static bool FailsWithoutMatch(IMethodSymbol method) => method.Name switch
    {
        "Single" or "First" or "Last" => method.ContainingType?.Name is "Enumerable" or "Queryable",
        "GetRequiredService" or "GetRequiredKeyedService" => true,
        "Find" or "FindComponent" => IsIn(Space(method), "Bunit"),
        _ => false,
    };

    /// <summary>Another text than the one at hand may be run: that of an override, or of native code.</summary>
    private static bool? ByText(IMethodSymbol method, Compilation compilation) =>
        (method.IsVirtual || method.IsAbstract || method.IsOverride || method.IsExtern || !HasBody(method, compilation)) && IsNamed(method) ? true : null;

    private static bool? ByName(IMethodSymbol method, Compilation compilation, bool doubt)
    {
        bool isNamed = IsNamed(method);
        if (method.ContainingAssembly is { } assembly && TestHelpers.Is(assembly))
            return isNamed || (doubt && !(HasResult(method) && AssertionNames.Supplies(method.Name))) ? true : null;
        if (!isNamed)
            return null;
        if (method.ContainingAssembly is { } tested && IsUnderTest(tested, compilation))
            return AssertionNames.SaysAssert(method.Name) && !Answers(method);
        return !Answers(method) && (AssertionNames.IsStrong(method.Name) || AssertionNames.IsType(method.ContainingType.Name) || !GivesAnything(method));
    }

    private static bool IsNamed(IMethodSymbol method) =>
        AssertionNames.IsMethod(method.Name) || (method.MethodKind != MethodKind.Constructor && method.ContainingType is { } type && AssertionNames.IsType(type.Name));

    /// <summary>
    /// Methods of the framework assert nothing about anybody's code however they are called, but for a few: asserts of a debug build, an answer's
    /// status, a wait that ends in time, and a task that is made to fail.
    /// </summary>
    private static bool FailsByItself(IMethodSymbol method) => method.Name switch
    {
        "Assert" or "Fail" => method.ContainingType?.Name is "Debug" or "Trace",
        "EnsureSuccessStatusCode" => true,
        "SetException" or "TrySetException" or "SetCanceled" or "TrySetCanceled" => method.ContainingType?.Name == "TaskCompletionSource",
        "WaitAsync" => method.ContainingType?.Name == "Task" && method.Parameters.Any(parameter => parameter.Type.Name == "TimeSpan"),
        _ => false,
    };

    /// <summary>What is tested does not judge itself, so its <c>Validate</c> and <c>Verify</c> are what a test calls, not what it asserts.</summary>
    private static bool IsUnderTest(IAssemblySymbol assembly, Compilation compilation) =>
        compilation.AssemblyName?.StartsWith(assembly.Name + ".", StringComparison.Ordinal) == true || assembly.GivesAccessTo(compilation.Assembly);

    /// <summary>Whether it gives a value at once, as what hands something out does.</summary>
    private static bool HasResult(IMethodSymbol method) => !method.ReturnsVoid && !IsTask(method.ReturnType);

    /// <summary>Whether it tells the outcome instead of throwing: <c>bool Verify(…)</c>.</summary>
    private static bool Answers(IMethodSymbol method) => Result(method) is { } result && (result.TypeKind == TypeKind.Enum || result.SpecialType is not (SpecialType.None or SpecialType.System_Object));

    private static bool GivesAnything(IMethodSymbol method) => Result(method) is not null;

    private static ITypeSymbol? Result(IMethodSymbol method)
    {
        if (method.ReturnsVoid)
            return null;
        return IsTask(method.ReturnType) ? ((INamedTypeSymbol)method.ReturnType).TypeArguments.FirstOrDefault() : method.ReturnType;
    }

    private static bool IsTask(ITypeSymbol type) => type is INamedTypeSymbol { Name: "Task" or "ValueTask" };

    private static bool HasBody(IMethodSymbol method, Compilation compilation) => method.DeclaringSyntaxReferences.Any(reference =>
        compilation.ContainsSyntaxTree(reference.SyntaxTree)
        && reference.GetSyntax() is not BaseMethodDeclarationSyntax { Body: null, ExpressionBody: null } and not AccessorDeclarationSyntax { Body: null, ExpressionBody: null });

    private static string Space(IMethodSymbol method) => method.ContainingNamespace is { } space ? Spaces.GetValue(space, one => one.ToDisplayString()) : "";

    private static bool IsIn(string space, string outer) => space.StartsWith(outer, StringComparison.Ordinal) && (space.Length == outer.Length || space[outer.Length] == '.');
}
