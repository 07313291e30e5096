using System.Text;
using AiAttribution.Core.Tests.Links;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace AiAttribution.Core.Tests.Fixtures;

/// <summary>A library and its tests, compiled from text. Each member of the library stands on a line of its own, so that links can be told by it.</summary>
internal static class CompiledPair
{
    private const string Usings = "global using System; global using System.Collections.Generic; global using System.Linq; global using System.Threading.Tasks;\n";

    private const string Frameworks =
        """
        global using System; global using System.Collections.Generic; global using System.Linq; global using System.Threading.Tasks;
        namespace Xunit { public class FactAttribute : Attribute { } public class TheoryAttribute : FactAttribute { } }
        namespace NUnit.Framework { public class TestAttribute : Attribute { } public class SetUpAttribute : Attribute { } }
        namespace Microsoft.VisualStudio.TestTools.UnitTesting { public class TestMethodAttribute : Attribute { } }
        namespace TUnit.Core { public class TestAttribute : Attribute { } }
        """;

    private static readonly MetadataReference[] Platform =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(p) is "netstandard.dll" or "mscorlib.dll" or "Microsoft.CSharp.dll")
            .Select(p => MetadataReference.CreateFromFile(p)),
    ];

    /// <summary>Links as <c>line:test</c> for direct ones and <c>line~test</c> for one hop, in order of lines.</summary>
    public static string Links(string library, string tests, OptimizationLevel optimization = OptimizationLevel.Debug)
    {
        (LinkedAssembly lib, LinkedAssembly test) = Assemblies(library, tests, optimization);
        return string.Join(' ', LinkFinder.Find([test, lib])
            .SelectMany(l => l.Direct.Select(t => (Line: l.Target.Lines.Min(), Text: ":" + Name(t))).Concat(l.OneHop.Select(t => (Line: l.Target.Lines.Min(), Text: "~" + Name(t)))))
            .OrderBy(l => l.Line).ThenBy(l => l.Text, StringComparer.Ordinal).Select(l => l.Line + l.Text).Distinct());
    }

    /// <summary>The two assemblies.</summary>
    public static (LinkedAssembly Library, LinkedAssembly Tests) Assemblies(string library, string tests, OptimizationLevel optimization = OptimizationLevel.Debug)
    {
        (LinkedAssembly lib, MetadataReference reference) = Compile("Lib", Usings, library, optimization);
        (LinkedAssembly test, _) = Compile("Tests", Frameworks, tests, optimization, reference);
        return (lib, test);
    }

    /// <summary>Tests and library, in this order, as they were built.</summary>
    /// <param name="library">Source of the library.</param>
    /// <param name="tests">Source of its tests.</param>
    /// <param name="other">Source of a further library, which the library refers to and which is not searched.</param>
    public static IReadOnlyList<BuiltAssembly> Build(string library, string tests, string other = "")
    {
        (_, MetadataReference foreign) = Compile("Foreign", "", other, OptimizationLevel.Debug);
        (LinkedAssembly lib, MetadataReference reference) = Compile("Lib", Usings, library, OptimizationLevel.Debug, foreign);
        (LinkedAssembly test, _) = Compile("Tests", Frameworks, tests, OptimizationLevel.Debug, reference);
        return [new("Tests", test, true), new("Lib", lib, true)];
    }

    /// <summary>Lines of the library that no call chain from the tests reaches, in order; null when nothing can be said of it.</summary>
    public static string? Unreached(IEnumerable<BuiltAssembly> built)
    {
        SearchedAssembly? of = ReferenceSearch.Find([.. built]).FirstOrDefault(a => a.Documents.ContainsKey("Lib.cs"));
        return of is { Tests.Count: > 0 } ? string.Join(' ', of.Documents["Lib.cs"].Unreached.Except(of.Documents["Lib.cs"].Reached).Order()) : null;
    }

    private static string Name(TestMethod test) => test.Name[(test.Name.LastIndexOf('.') + 1)..];

    private static (LinkedAssembly, MetadataReference) Compile(string name, string global, string source, OptimizationLevel optimization, params MetadataReference[] references)
    {
        var compilation = CSharpCompilation.Create(
            name,
            [Parse(global, "Global.cs"), Parse(source, name + ".cs")],
            [.. Platform, .. references],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: optimization));
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        EmitResult result = compilation.Emit(image, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        Assert.Empty(result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error));
        return (new LinkedAssembly(image.ToArray(), symbols.ToArray()), MetadataReference.CreateFromImage(image.ToArray()));
    }

    private static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8, SourceHashAlgorithm.Sha256), path: path);
}
