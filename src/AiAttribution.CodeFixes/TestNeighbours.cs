using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAttribution.CodeFixes;

/// <summary>A class with tests, and the file that it is in.</summary>
internal sealed record TestClass(Document Document, ClassDeclarationSyntax Syntax);

/// <summary>The tests that a project has, as the pattern for a new one.</summary>
internal sealed class TestNeighbours
{
    /// <summary>Longest first, since one ends another.</summary>
    private static readonly string[] Endings = ["UnitTests", "Tests", "Test", "Specs", "Spec", "Facts", "Should"];

    private static readonly string[] TestAttributes = ["Fact", "Theory", "Test", "TestCase", "TestCaseSource", "TestMethod", "DataTestMethod"];

    private readonly List<TestClass> _classes = [];

    /// <summary>Tests of the project, in order of files.</summary>
    public IReadOnlyList<TestClass> Classes => _classes;

    public static async Task<TestNeighbours> FindAsync(Project project, CancellationToken cancel)
    {
        TestNeighbours neighbours = new();
        foreach (Document document in project.Documents)
        {
            if (await document.GetSyntaxRootAsync(cancel).ConfigureAwait(false) is SyntaxNode root)
                neighbours._classes.AddRange(root.DescendantNodes(node => node is not MemberDeclarationSyntax or BaseNamespaceDeclarationSyntax or ClassDeclarationSyntax).OfType<ClassDeclarationSyntax>().Where(type => Tests(type).Any()).Select(type => new TestClass(document, type)));
        }

        return neighbours;
    }

    /// <summary>The class with tests of a type; null when there is none.</summary>
    public TestClass? Of(string type) => _classes.Find(test => Endings.Any(ending => test.Syntax.Identifier.ValueText == type + ending));

    /// <summary>Name of a new class with tests of a type.</summary>
    public string NameFor(string type) => type + MostOften(_classes.Select(test => Array.Find(Endings, test.Syntax.Identifier.ValueText.EndsWith)), "Tests");

    /// <summary>Name of a new test: with underscores and small words, with underscores, or without, as most have it.</summary>
    public string TestNameFor(string member, TestClass? within)
    {
        IEnumerable<TestClass> like = within is null ? _classes : [within];
        string form = MostOften(like.SelectMany(test => Tests(test.Syntax)).Select(test => FormOf(test.Identifier.ValueText)), "_D");
        string name = member + form switch { "_d" => "_does_what_it_should", "_D" => "_DoesWhatItShould", _ => "DoesWhatItShould" };
        HashSet<string> taken = within is null ? [] : [.. within.Syntax.Members.OfType<MethodDeclarationSyntax>().Select(method => method.Identifier.ValueText)];
        return Enumerable.Range(1, int.MaxValue).Select(number => number == 1 ? name : name + number).First(free => !taken.Contains(free));
    }

    /// <summary>What stands before <c>class</c>.</summary>
    public string Modifiers => MostOften(_classes.Select(test => string.Join(" ", test.Syntax.Modifiers.Where(modifier => modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.SealedKeyword))), "public");

    /// <summary>Whether classes have this attribute.</summary>
    public bool Have(string attribute) => _classes.Any(test => Names(test.Syntax.AttributeLists).Contains(attribute));

    /// <summary>Whether namespaces of files end with a semicolon; as far as there are files.</summary>
    public bool HaveFileScopedNamespaces => _classes.Count == 0 || _classes.Any(test => test.Syntax.Parent is FileScopedNamespaceDeclarationSyntax);

    /// <summary>Names of the attributes, without namespace and ending.</summary>
    public static IEnumerable<string> Names(SyntaxList<AttributeListSyntax> lists) => lists.SelectMany(list => list.Attributes).Select(attribute => attribute.Name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    });

    private static IEnumerable<MethodDeclarationSyntax> Tests(ClassDeclarationSyntax type) =>
        type.Members.OfType<MethodDeclarationSyntax>().Where(method => Names(method.AttributeLists).Any(TestAttributes.Contains));

    private static string FormOf(string name) => name.IndexOf('_') is > 0 and int at && at + 1 < name.Length ? (char.IsLower(name[at + 1]) ? "_d" : "_D") : "D";

    private static string MostOften(IEnumerable<string?> values, string otherwise) =>
        values.Where(value => !string.IsNullOrEmpty(value)).GroupBy(value => value!).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).FirstOrDefault()?.Key ?? otherwise;
}
