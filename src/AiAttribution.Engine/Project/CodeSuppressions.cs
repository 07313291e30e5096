using AiAttribution.Core.Members;
using AiAttribution.Core.Policy;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.WorkingTree;

namespace AiAttribution.Engine.Project;

/// <summary>A <c>[SuppressMessage]</c> with the place that it stands at.</summary>
/// <param name="Path">Path of the file.</param>
/// <param name="Folder">Folder of its project, which an attribute for the assembly is for.</param>
/// <param name="Suppression">What it suppresses.</param>
internal sealed record PlacedSuppression(string Path, string Folder, Suppression Suppression);

/// <summary>Finds the <c>[SuppressMessage]</c> attributes of a project, and what those for an assembly mean.</summary>
internal static class CodeSuppressions
{
    /// <summary>What a file has.</summary>
    public static IReadOnlyList<PlacedSuppression> Find(IMemberFinder finder, GitRepository repository, string path, byte[] bytes)
    {
        if (!MayHave(bytes))
            return [];
        string folder = ProjectFolder(repository, path);
        return [.. finder.FindSuppressions(path, SourceFile.Text(bytes)).Select(s => new PlacedSuppression(path, folder, s))];
    }

    /// <summary>All of a project, in order of places.</summary>
    /// <param name="files">Its files. Targets of assembly attributes may name their members.</param>
    /// <param name="known">Those that the base of the judged change has; null where all count.</param>
    public static IReadOnlyList<CodeSuppression> Of(IReadOnlyList<FileMembers> files, BaseSuppressions? known = null) =>
    [
        .. files.SelectMany(f => f.Suppressions).Select(s => new CodeSuppression(s.Suppression.Code, s.Suppression.Justification, s.Path, s.Suppression.Line, Lines(s, files)) { IsNew = known?.Has(s) == false }),
    ];

    /// <summary>Whether it is worth to parse a file for them.</summary>
    private static bool MayHave(ReadOnlySpan<byte> utf8) => utf8.IndexOf("SuppressMessage"u8) >= 0 && utf8.IndexOf("AIA"u8) >= 0;

    /// <summary>Folder of the project that a file belongs to, by the nearest project file; <c>/</c> for the root.</summary>
    private static string ProjectFolder(GitRepository repository, string path)
    {
        for (string? folder = Path.GetDirectoryName(path)?.Replace('\\', '/'); folder is { Length: > 0 }; folder = Path.GetDirectoryName(folder)?.Replace('\\', '/'))
        {
            if (RepositoryPaths.Full(repository, folder) is { } full && Directory.Exists(full) && Directory.EnumerateFiles(full, "*.csproj").Any())
                return folder + "/";
        }

        return "/";
    }

    private static IReadOnlyList<WaivedLines> Lines(PlacedSuppression found, IReadOnlyList<FileMembers> files)
    {
        if (found.Suppression.FirstLine > 0)
            return [new WaivedLines(found.Path, found.Suppression.FirstLine, found.Suppression.LastLine)];
        if (found.Suppression.Target is not { } target)
            return [new WaivedLines(found.Folder, 0, 0)];
        return
        [
            .. files.SelectMany(f => f.Members.Where(m => IsNamed(m.QualifiedName, target)).Select(m => new WaivedLines(f.File.Path, m.FirstLine, m.LastLine))),
        ];
    }

    /// <summary>A target names a member, or a type or namespace around it.</summary>
    private static bool IsNamed(string name, string target) =>
        name == target || (name.StartsWith(target, StringComparison.Ordinal) && name[target.Length] == '.');
}
