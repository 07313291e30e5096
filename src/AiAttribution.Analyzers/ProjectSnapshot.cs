using AiAttribution.Core.Members;
using AiAttribution.Core.Snapshot;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAttribution.Analyzers;

/// <summary>A snapshot whose files are found by the paths that the compiler uses.</summary>
internal sealed class ProjectSnapshot
{
    private readonly Dictionary<string, LineTable> _files;
    private readonly HashSet<string> _told;

    /// <param name="snapshot">What was recorded.</param>
    /// <param name="projectDirectory">Absolute directory that the snapshot's paths are relative to.</param>
    /// <param name="told">Paths of files that another target framework of the project tells of in this build.</param>
    public ProjectSnapshot(SnapshotModel snapshot, string projectDirectory, IEnumerable<string> told)
    {
        Policy = snapshot.Policy;
        bool windows = projectDirectory.IndexOf('\\') >= 0;
        _files = new(windows ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        _told = new(told.Select(PathKey.Of), _files.Comparer);
        foreach (LineTable file in snapshot.Files)
            _files[PathKey.Of(projectDirectory + "/" + file.Path)] = file;
    }

    /// <summary>When a member counts as AI-heavy.</summary>
    public VerdictPolicy Policy { get; }

    /// <summary>What was recorded of a file; null for a file without AI lines.</summary>
    public LineTable? Find(string path) => _files.TryGetValue(PathKey.Of(path), out LineTable? file) ? file : null;

    /// <summary>Whether another target framework tells what is in a file. One with <c>#if</c> has other members there.</summary>
    public bool IsToldElsewhere(SyntaxTree tree, SyntaxNode root) =>
        _told.Count > 0 && _told.Contains(PathKey.Of(tree.FilePath)) && !(root.ContainsDirectives && root.GetFirstDirective(directive => directive is IfDirectiveTriviaSyntax) is not null);
}
