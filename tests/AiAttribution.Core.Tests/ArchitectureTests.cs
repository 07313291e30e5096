using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAttribution.Core.Tests;

/// <summary>The layout of the sources: data flows one way, and a stranger finds the place to change.</summary>
public partial class ArchitectureTests
{
    /// <summary>Folders of Core; each may know those before it.</summary>
    private static readonly string[] CoreFolders = ["Text", "Evidence", "Lines", "Tests", "Deployments", "Sessions", "Members", "Policy", "Outcomes", "Snapshot", "Model"];

    /// <summary>Projects, and which others of ours they may refer to.</summary>
    private static readonly Dictionary<string, string[]> Projects = new()
    {
        ["AiAttribution.Core"] = [],
        ["AiAttribution.Git"] = ["AiAttribution.Core"],
        ["AiAttribution.Engine"] = ["AiAttribution.Core", "AiAttribution.Git"],
        ["AiAttribution.Reports"] = ["AiAttribution.Core"],
        ["AiAttribution.Tasks"] = ["AiAttribution.Core", "AiAttribution.Git", "AiAttribution.Engine", "AiAttribution.Reports"],
        ["AiAttribution.Analyzers"] = [],
        ["AiAttribution.CodeFixes"] = [],
        ["AiAttribution.Fleet"] = ["AiAttribution.Core", "AiAttribution.Reports"],
        ["AiAttribution.Cli"] = ["AiAttribution.Core", "AiAttribution.Git", "AiAttribution.Engine", "AiAttribution.Reports"],
    };

    private static readonly string Source = SourceFolder();

    private static readonly ConcurrentDictionary<string, CompilationUnitSyntax> Roots = new(StringComparer.Ordinal);

    [Fact]
    public void Folder_of_core_knows_only_those_before_it()
    {
        IEnumerable<string> arrows = CodeFiles("AiAttribution.Core").SelectMany(file => Known(file)
            .Where(k => Array.IndexOf(CoreFolders, k.Folder) > Array.IndexOf(CoreFolders, FolderOf(file)))
            .Select(k => $"{Relative(file)}:{k.Line} knows {k.Folder}, which stands after {FolderOf(file)}"));
        Assert.Empty(arrows);
    }

    [Fact]
    public void Folder_of_core_stands_in_the_list()
    {
        IEnumerable<string> folders = CodeFiles("AiAttribution.Core").Select(FolderOf).Distinct();
        Assert.Equal(CoreFolders.Order(), folders.Order());
    }

    [Fact]
    public void Project_refers_only_to_those_before_it()
    {
        IEnumerable<string> arrows = Directory.GetDirectories(Source, "AiAttribution.*").SelectMany(project =>
        {
            string name = Path.GetFileName(project);
            XDocument file = XDocument.Load(Path.Combine(project, name + ".csproj"));
            return file.Descendants("ProjectReference")
                .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')))
                .Where(other => !Projects[name].Contains(other))
                .Select(other => $"{name} refers to {other}");
        });
        Assert.Empty(arrows);
    }

    [Fact]
    public void Project_names_no_namespace_of_one_after_it()
    {
        IEnumerable<string> arrows = Projects.Where(p => p.Key is not ("AiAttribution.Analyzers" or "AiAttribution.CodeFixes")).SelectMany(p => CodeFiles(p.Key).SelectMany(file => Usings(file)
            .Where(u => Projects.Keys.Any(other => other != p.Key && !p.Value.Contains(other) && (u.Name + ".").StartsWith(other + ".", StringComparison.Ordinal)))
            .Select(u => $"{Relative(file)}:{u.Line} uses {u.Name}, which {p.Key} may not know")));
        Assert.Empty(arrows);
    }

    [Fact]
    public void Core_asks_no_disk_process_or_clock()
    {
        IEnumerable<string> calls = CodeFiles("AiAttribution.Core").SelectMany(file => Impure().Matches(WithoutTrivia(file)).Select(m => $"{Relative(file)}: {m.Value}"));
        Assert.Empty(calls);
    }

    [Fact]
    public void Namespace_is_the_folder()
    {
        IEnumerable<string> others = Directory.GetDirectories(Source).SelectMany(p => CodeFiles(Path.GetFileName(p))).Select(file => (File: file, Namespace: NamespaceOf(file), Folder: FolderNamespace(file)))
            .Where(f => f.Namespace is not null and not "System.Runtime.CompilerServices" and not "Microsoft.Build.Framework" && f.Namespace != f.Folder)
            .Select(f => $"{Relative(f.File)}: namespace {f.Namespace}, expected {f.Folder}");
        Assert.Empty(others);
    }

    [Fact]
    public void Folders_are_at_most_two_below_a_project_and_hold_three_files_or_more()
    {
        IEnumerable<string> wrong = Directory.GetDirectories(Source).SelectMany(project => Directory.GetDirectories(project, "*", SearchOption.AllDirectories)
            .Where(folder => Directory.GetFiles(folder, "*.cs").Length is > 0 and var count && (Depth(project, folder) > 2 || count < 3))
            .Select(folder => $"{Relative(folder)}: {Depth(project, folder)} deep, {Directory.GetFiles(folder, "*.cs").Length} files"));
        Assert.Empty(wrong);
    }

    [Fact]
    public void File_has_at_most_two_hundred_lines()
    {
        IEnumerable<string> tooLong = Directory.GetDirectories(Source).SelectMany(p => CodeFiles(Path.GetFileName(p))).Where(f => File.ReadLines(f).Count() > 200).Select(Relative);
        Assert.Empty(tooLong);
    }

    [Fact]
    public void Only_what_a_host_looks_for_is_public()
    {
        IEnumerable<string> open = new[] { "AiAttribution.Core", "AiAttribution.Git", "AiAttribution.Engine", "AiAttribution.Reports", "AiAttribution.Cli", "AiAttribution.Fleet" }.SelectMany(CodeFiles)
            .SelectMany(file => Root(file).DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Where(t => t.Parent is BaseNamespaceDeclarationSyntax && t.Modifiers.Any(m => m.IsKind(SyntaxKind.PublicKeyword))).Select(t => $"{Relative(file)}: {t.Identifier}"));
        Assert.Empty(open);
    }

    private static string SourceFolder()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "AiAttribution.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run inside the checkout.");
        return Path.Combine(folder, "src");
    }

    private static string[] CodeFiles(string project) => Directory.GetFiles(Path.Combine(Source, project), "*.cs", SearchOption.AllDirectories);

    private static string Relative(string path) => Path.GetRelativePath(Source, path).Replace('\\', '/');

    private static string FolderOf(string coreFile) => Relative(coreFile).Split('/')[1];

    private static string FolderNamespace(string file)
    {
        string dotted = Path.GetDirectoryName(Relative(file))!.Replace('\\', '/').Replace('/', '.');
        return dotted.StartsWith("AiAttribution.", StringComparison.Ordinal) ? dotted : "AiAttribution." + dotted;
    }

    private static int Depth(string project, string folder) => Path.GetRelativePath(project, folder).Split(Path.DirectorySeparatorChar).Length;

    private static CompilationUnitSyntax Root(string file) => Roots.GetOrAdd(file, f => CSharpSyntaxTree.ParseText(File.ReadAllText(f)).GetCompilationUnitRoot());

    private static string? NamespaceOf(string file) => Root(file).Members.OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault()?.Name.ToString();

    private static string WithoutTrivia(string file) => string.Join(' ', Root(file).DescendantTokens().Select(t => t.Text));

    private static IEnumerable<(string Name, int Line)> Usings(string file) =>
        Root(file).Usings.Where(u => u.NamespaceOrType is not null).Select(u => (u.NamespaceOrType.ToString(), u.GetLocation().GetLineSpan().StartLinePosition.Line + 1));

    /// <summary>Other folders of Core that a file names: by a using, or as the first part of a name.</summary>
    private static IEnumerable<(string Folder, int Line)> Known(string file)
    {
        const string Prefix = "AiAttribution.Core.";
        IEnumerable<(string, int)> usings = Usings(file).Where(u => u.Name.StartsWith(Prefix, StringComparison.Ordinal)).Select(u => (u.Name[Prefix.Length..].Split('.')[0], u.Line));
        IEnumerable<(string, int)> names = Root(file).DescendantNodes(descendIntoTrivia: true).OfType<QualifiedNameSyntax>()
            .Where(q => q.Left is IdentifierNameSyntax && q.FirstAncestorOrSelf<UsingDirectiveSyntax>() is null && q.Parent is not BaseNamespaceDeclarationSyntax)
            .Select(q => (q.Left.ToString(), q.GetLocation().GetLineSpan().StartLinePosition.Line + 1))
            .Where(q => CoreFolders.Contains(q.Item1));
        return usings.Concat(names).Where(k => k.Item1 != FolderOf(file));
    }

    [GeneratedRegex(@"\b(File|Directory|Process|Environment) \. [A-Z]\w+ \(|\b(DateTime|DateTimeOffset) \. (Utc)?Now\b|\bStopwatch\b")]
    private static partial Regex Impure();
}
