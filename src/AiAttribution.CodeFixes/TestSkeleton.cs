using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace AiAttribution.CodeFixes;

/// <summary>Writes a test of one member into a test project: into the class that tests its type, or into a new one beside its neighbours.</summary>
internal sealed class TestSkeleton(Project tests, Compilation compilation, TestFramework framework, TestNeighbours neighbours)
{
    /// <summary>The solution with the test.</summary>
    public async Task<Solution> AddAsync(Document source, ISymbol member, CancellationToken cancel)
    {
        TestClass? known = neighbours.Of(member.ContainingType.Name);
        string method = Method(member, known);
        if (known is not null)
        {
            SyntaxNode root = (await known.Document.GetSyntaxRootAsync(cancel).ConfigureAwait(false))!;
            return known.Document.WithSyntaxRoot(Extend((CompilationUnitSyntax)root, known.Syntax, member, method)).Project.Solution;
        }

        string name = neighbours.NameFor(member.ContainingType.Name);
        string[] folders = FoldersFor(source);
        string[] usings = UsedNamespaces.Missing(null, compilation, Usings(member));
        string text = UsedNamespaces.Directives(usings) + (usings.Length == 0 ? "" : "\n") + Class(name, method, NamespaceFor(folders));
        Document added = tests.AddDocument(name + ".cs", Annotated(SyntaxFactory.ParseCompilationUnit(text)), folders, PathFor(folders, name));
        return added.Project.Solution;
    }

    private string Method(ISymbol member, TestClass? within)
    {
        ISymbol named = member is IMethodSymbol { AssociatedSymbol: ISymbol property } ? property : member;
        string name = named is IMethodSymbol { MethodKind: not MethodKind.Ordinary } ? named.ContainingType.Name : named.Name;
        TestBody body = new(compilation.Assembly);
        string call = body.Of(member);
        string fail = framework.Fail(compilation, call.Length == 0 ? $"Run {name} by what calls it, and assert what must come of it." : $"Give {name} its input, and assert what must come of it.");
        return $"[{framework.Attribute}]\npublic {(body.IsAsync ? "async System.Threading.Tasks.Task" : "void")} {neighbours.TestNameFor(name, within)}()\n{{\n{call}{fail}\n}}\n";
    }

    private string Class(string name, string method, string space)
    {
        string attribute = framework.ClassAttribute ?? (neighbours.Have("TestFixture") ? "TestFixture" : "");
        string type = $"{(attribute.Length == 0 ? "" : $"[{attribute}]\n")}{neighbours.Modifiers} class {name}\n{{\n{method}}}\n";
        return neighbours.HaveFileScopedNamespaces ? $"namespace {space};\n\n{type}" : $"namespace {space}\n{{\n{type}}}\n";
    }

    private CompilationUnitSyntax Extend(CompilationUnitSyntax root, ClassDeclarationSyntax type, ISymbol member, string method)
    {
        MemberDeclarationSyntax added = Annotated(SyntaxFactory.ParseMemberDeclaration("\n" + method)!);
        return UsedNamespaces.AddTo(root.ReplaceNode(type, type.AddMembers(added)), compilation, Usings(member));
    }

    private IEnumerable<string> Usings(ISymbol member) =>
        member.ContainingNamespace is { IsGlobalNamespace: false } space ? framework.Usings.Append(space.ToDisplayString()) : framework.Usings;

    /// <summary>The folders of the source where tests lie in folders at all.</summary>
    private string[] FoldersFor(Document source) => neighbours.Classes.Any(test => test.Document.Folders.Count > 0) ? [.. source.Folders] : [];

    /// <summary>Path beside the project's file, written as that is.</summary>
    private string? PathFor(string[] folders, string name)
    {
        int end = tests.FilePath?.LastIndexOfAny(['/', '\\']) ?? -1;
        return end < 0 ? null : tests.FilePath!.Substring(0, end + 1) + string.Join(tests.FilePath.Substring(end, 1), [.. folders, name + ".cs"]);
    }

    private string NamespaceFor(string[] folders)
    {
        TestClass? beside = neighbours.Classes.FirstOrDefault(test => test.Document.Folders.SequenceEqual(folders) && test.Syntax.Parent is BaseNamespaceDeclarationSyntax);
        return beside is not null ? ((BaseNamespaceDeclarationSyntax)beside.Syntax.Parent!).Name.ToString() : string.Join(".", [tests.DefaultNamespace ?? tests.AssemblyName, .. folders]);
    }

    private static T Annotated<T>(T node)
        where T : SyntaxNode => node.WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation);
}
