using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiAttribution.Analyzers;

/// <summary>Files in which another target framework of the project tells what it finds, in the same build.</summary>
internal sealed class ToldFiles
{
    private const string Name = ".AiAttribution.told";

    private readonly HashSet<string> _paths;

    private ToldFiles(IEnumerable<string> paths) => _paths = new(paths.Select(PathKey.Of), StringComparer.Ordinal);

    /// <summary>The list that a build of several target frameworks hands to all but the first; its first line is of options.</summary>
    public static ToldFiles Of(AnalyzerOptions options, CancellationToken cancel) => new(options.AdditionalFiles
        .Where(file => file.Path.EndsWith(Name, StringComparison.Ordinal))
        .SelectMany(file => file.GetText(cancel)?.Lines.Skip(1).Select(line => line.ToString()) ?? [])
        .Where(line => line.Length > 0));

    /// <summary>Whether the file is one of them. One with <c>#if</c> has other members there.</summary>
    public bool Have(SyntaxTree tree, CancellationToken cancel) =>
        _paths.Count > 0 && _paths.Contains(PathKey.Of(tree.FilePath)) && !HasCondition(tree.GetRoot(cancel));

    private static bool HasCondition(SyntaxNode root) =>
        root.ContainsDirectives && root.GetFirstDirective(directive => directive is IfDirectiveTriviaSyntax) is not null;
}
