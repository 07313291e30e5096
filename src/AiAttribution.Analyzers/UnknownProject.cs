using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiAttribution.Analyzers;

/// <summary>Says once for a project that nothing is known of it: at the head of its first file, because editors show nothing without a place.</summary>
internal static class UnknownProject
{
    /// <param name="context">The compilation.</param>
    /// <param name="descriptor">What is said.</param>
    /// <param name="directory">The project's directory.</param>
    public static void Tell(CompilationStartAnalysisContext context, DiagnosticDescriptor descriptor, string directory)
    {
        string folder = PathKey.Of(directory).TrimEnd('/') + "/";
        if (First(context.Compilation, folder) is not SyntaxTree first)
            return;
        context.RegisterSyntaxTreeAction(tree =>
        {
            if (tree.Tree == first)
                tree.ReportDiagnostic(Diagnostic.Create(descriptor, first.GetRoot(tree.CancellationToken).GetFirstToken(includeZeroWidth: true).GetLocation()));
        });
    }

    /// <summary>The first source by path, left out what a build writes.</summary>
    private static SyntaxTree? First(Compilation compilation, string folder)
    {
        string? least = null;
        SyntaxTree? first = null;
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            string path = PathKey.Of(tree.FilePath);
            if (!path.StartsWith(folder, StringComparison.OrdinalIgnoreCase) || path.IndexOf("/obj/", folder.Length - 1, StringComparison.OrdinalIgnoreCase) >= 0)
                continue;
            if (least is null || string.CompareOrdinal(path, least) < 0)
                (least, first) = (path, tree);
        }

        return first;
    }
}
