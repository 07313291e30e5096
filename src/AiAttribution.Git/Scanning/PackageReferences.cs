using System.Text.RegularExpressions;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.WorkingTree;

namespace AiAttribution.Git.Scanning;

/// <summary>Says where projects refer to this package: project files and what MSBuild imports for all of them.</summary>
internal static partial class PackageReferences
{
    private const int MostBytes = 1 << 20;

    private static readonly string[] Extensions = [".csproj", ".props", ".targets"];

    /// <summary>Files that projects below a folder import without naming them.</summary>
    private static readonly string[] AtRoot = ["Directory.Packages.props", "Directory.Build.props", "Directory.Build.targets"];

    /// <summary>Whether any file of a tree refers to the package.</summary>
    public static bool AreIn(GitRepository repository, ObjectId tree)
    {
        bool found = false;
        repository.Trees.VisitFiles(tree, (path, entry) => found = found || IsIn(repository, path, entry));
        return found;
    }

    /// <summary>Whether a file of a tree refers to the package.</summary>
    public static bool IsIn(GitRepository repository, string path, TreeEntry entry) =>
        entry.IsFile && MayRefer(path) && repository.Objects.Read(entry.Id, MostBytes) is { } bytes && IsIn(bytes);

    /// <summary>Whether a file on disk refers to the package: one of those that a commit has, or one that MSBuild finds at the root.</summary>
    public static bool AreOnDisk(GitRepository repository, string commit) =>
        repository.ListFiles(commit).Where(MayRefer).Concat(AtRoot).Distinct(StringComparer.Ordinal)
            .Any(path => RepositoryPaths.Full(repository, path) is { } full && File.Exists(full) && SourceFile.Read(full) is { Length: <= MostBytes } bytes && IsIn(bytes));

    private static bool MayRefer(string path) => Array.Exists(Extensions, extension => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase));

    private static bool IsIn(byte[] bytes)
    {
        string text = SourceFile.Text(bytes);
        return text.Contains("AiAttribution", StringComparison.OrdinalIgnoreCase) && Reference().IsMatch(Comment().Replace(text, ""));
    }

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Comment();

    [GeneratedRegex("""<(PackageReference|PackageVersion|GlobalPackageReference)\s[^>]*(Include|Update)\s*=\s*["']AiAttribution["']""", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Reference();
}
