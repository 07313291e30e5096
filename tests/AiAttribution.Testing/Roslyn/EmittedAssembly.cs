using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit.Sdk;

namespace AiAttribution.Testing.Roslyn;

/// <summary>An assembly as a compiler gets it of another project: its metadata, without its text.</summary>
public static class EmittedAssembly
{
    /// <exception cref="XunitException">The source does not compile.</exception>
    public static MetadataReference Create(string name, string source)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(source)],
            [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using MemoryStream image = new();
        return compilation.Emit(image).Success
            ? MetadataReference.CreateFromImage(image.ToArray())
            : throw new XunitException($"The assembly does not compile:\n{string.Join('\n', compilation.GetDiagnostics())}");
    }
}
