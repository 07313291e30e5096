using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace AiAttribution.CodeFixes;

/// <summary>Which namespaces a file has to use, but for those that it or its project uses already.</summary>
internal static class UsedNamespaces
{
    /// <summary>Those that are missing in a file, in order; of a new file with null.</summary>
    public static string[] Missing(CompilationUnitSyntax? file, Compilation compilation, IEnumerable<string> wanted)
    {
        IEnumerable<UsingDirectiveSyntax> present = file?.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<UsingDirectiveSyntax>() ?? [];
        IEnumerable<UsingDirectiveSyntax> global = compilation.SyntaxTrees.SelectMany(tree => ((CompilationUnitSyntax)tree.GetRoot()).Usings).Where(known => !known.GlobalKeyword.IsKind(SyntaxKind.None));
        return [.. wanted.Except(present.Concat(global).Where(known => known.Alias is null && known.StaticKeyword.IsKind(SyntaxKind.None)).Select(Name)).OrderBy(name => name, StringComparer.Ordinal)];
    }

    /// <summary>The file with directives for those that are missing.</summary>
    public static CompilationUnitSyntax AddTo(CompilationUnitSyntax file, Compilation compilation, IEnumerable<string> wanted)
    {
        string[] missing = Missing(file, compilation, wanted);
        return missing.Length == 0 ? file : file.WithUsings(file.Usings.AddRange(SyntaxFactory.ParseCompilationUnit(Directives(missing)).Usings.Select(added => added.WithAdditionalAnnotations(Formatter.Annotation))));
    }

    /// <summary>A line for each.</summary>
    public static string Directives(IEnumerable<string> names) => string.Concat(names.Select(name => $"using {name};\n"));

    private static string Name(UsingDirectiveSyntax directive) => directive.Name?.ToString().Replace("global::", "") ?? "";
}
