using System.Text;
using AiAttribution.Core.Members;
using AiAttribution.Core.Tests;
using AiAttribution.Engine.Project;
using AiAttribution.Engine.Repository;
using AiAttribution.Testing.Repositories;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace AiAttribution.Engine.Tests.Repository;

public class TestLinkTests
{
    private const string Ai = "Add code\n\nCo-Authored-By: Claude <noreply@anthropic.com>\nClaude-Session: https://claude.ai/code/session_01ABCDEFGHJKMNPQRSTVWX";

    private const string Library =
        "public class A\n{\n    public int B(int x)\n    {\n        x++;\n        x++;\n        x++;\n        x++;\n        return x;\n    }\n}\n";

    private const string Unrelated =
        "namespace Xunit { public class FactAttribute : System.Attribute { } }\npublic class T\n{\n    [Xunit.Fact]\n    public void M()\n    {\n        new A();\n    }\n}\n";

    private const string Tests =
        "namespace Xunit { public class FactAttribute : System.Attribute { } }\npublic class T\n{\n    [Xunit.Fact]\n    public void M()\n    {\n        new A().B(1);\n    }\n}\n";

    [Fact]
    public void Member_that_a_built_test_calls_is_linked_and_not_tested()
    {
        using TestRepository repository = Built(Ai, "Add tests");

        MemberRecord member = Judge(repository);

        Assert.Equal(TestTrail.Linked, member.Verdict.Test);
        Assert.Equal((1, 0), (member.LinkedDirectly, member.LinkedByOneHop));
        Assert.False(member.SameSession);
    }

    [Fact]
    public void Tests_that_the_same_commit_brought_are_not_independent()
    {
        using TestRepository repository = Built(null, Ai);

        Assert.True(Judge(repository).SameSession);
    }

    [Fact]
    public void Line_above_moves_the_link_and_an_edit_of_the_member_ends_it()
    {
        using TestRepository repository = Built(Ai, "Add tests");

        repository.Write("src/A.cs", "// A.\n" + Library);
        Assert.Equal(TestTrail.Linked, Judge(repository).Verdict.Test);

        repository.Write("src/A.cs", Library.Replace("return x;", "return -x;", StringComparison.Ordinal));
        Assert.Equal(TestTrail.Unmeasured, Judge(repository).Verdict.Test);
    }

    [Fact]
    public void Measured_member_that_no_test_ran_is_not_saved_by_a_link()
    {
        using TestRepository repository = Built(Ai, "Add tests");
        repository.Write("TestResults/coverage.cobertura.xml", "<coverage><package name=\"A\"><class filename=\"src/A.cs\"><line number=\"5\" hits=\"0\"/><line number=\"9\" hits=\"0\"/></class></package></coverage>");

        MemberRecord member = Judge(repository);

        Assert.Equal((TestTrail.None, 1), (member.Verdict.Test, member.LinkedDirectly));
    }

    [Fact]
    public void Member_that_no_built_test_refers_to_has_no_test_trail_and_says_what_was_searched()
    {
        using TestRepository repository = Built(Ai, "Add tests", Unrelated);

        MemberVerdict verdict = Judge(repository).Verdict;

        Assert.Equal((TestTrail.None, Verdict.NeitherTestedNorDeployed), (verdict.Test, verdict.Verdict));
        Assert.Equal("T", Assert.Single(verdict.Searched));
    }

    [Theory]
    [InlineData("src/A.cs", "// A.\n" + Library)]
    [InlineData("tests/T.cs", "// T.\n" + Unrelated)]
    [InlineData("tests/T2.cs", "public class T2 { }\n")]
    public void Text_that_changed_or_came_after_the_build_leaves_the_member_unmeasured(string path, string text)
    {
        using TestRepository repository = Built(Ai, "Add tests", Unrelated);

        repository.Write(path, text);
        File.SetLastWriteTimeUtc(Path.Combine(repository.Root, path), DateTime.UtcNow.AddMinutes(1));

        Assert.Equal(TestTrail.Unmeasured, Judge(repository).Verdict.Test);
    }

    [Fact]
    public void Damaged_test_assembly_leaves_the_member_unmeasured()
    {
        using TestRepository repository = Built(Ai, "Add tests", Unrelated);

        repository.Write("tests/bin/Debug/T.dll", "MZ no more");

        Assert.Equal(TestTrail.Unmeasured, Judge(repository).Verdict.Test);
    }

    [Fact]
    public void Commit_is_judged_by_assemblies_of_its_own_text_only()
    {
        using TestRepository repository = Built(Ai, "Add tests", Unrelated);
        string built = repository.Head;

        repository.Write("src/A.cs", "// A.\n" + Library).Write("tests/T.cs", Tests).Commit("Go on");
        string next = repository.Head;

        Assert.Equal(TestTrail.Unmeasured, Judge(repository, next).Verdict.Test);
        Assert.Equal(0, Judge(repository, built).LinkedDirectly);
        Compile(repository, "tests/T.cs", "tests/bin/Debug/T.dll", Compile(repository, "src/A.cs", "src/bin/Debug/A.dll"));
        Assert.Equal(TestTrail.Linked, Judge(repository, next).Verdict.Test);
        Assert.Equal(TestTrail.Unmeasured, Judge(repository, built).Verdict.Test);
    }

    /// <summary>A repository whose library and tests stand in the output folder. Without a message for the library both come in one commit.</summary>
    private static TestRepository Built(string? libraryMessage, string testMessage, string tests = Tests)
    {
        var repository = new TestRepository();
        repository.Write(".gitignore", "bin/\nTestResults/\n").Write("src/A.cs", Library);
        if (libraryMessage is not null)
            repository.Commit(libraryMessage);
        repository.Write("tests/T.cs", tests);
        repository.Commit(testMessage);
        MetadataReference library = Compile(repository, "src/A.cs", "src/bin/Debug/A.dll");
        Compile(repository, "tests/T.cs", "tests/bin/Debug/T.dll", library);
        return repository;
    }

    private static PortableExecutableReference Compile(TestRepository repository, string source, string output, params MetadataReference[] references)
    {
        string path = Path.Combine(repository.Root, output);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        byte[] bytes = File.ReadAllBytes(Path.Combine(repository.Root, source));
        SourceText text = SourceText.From(bytes, bytes.Length, Encoding.UTF8, SourceHashAlgorithm.Sha256);
        string runtime = Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System.Private.CoreLib.dll");
        using FileStream image = File.Create(path);
        using FileStream symbols = File.Create(Path.ChangeExtension(path, ".pdb"));
        EmitResult result = CSharpCompilation.Create(
            Path.GetFileNameWithoutExtension(path),
            [CSharpSyntaxTree.ParseText(text, path: Path.Combine(repository.Root, source))],
            [MetadataReference.CreateFromFile(runtime), .. references],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(image, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        image.Close();
        return MetadataReference.CreateFromFile(path);
    }

    private static MemberRecord Judge(TestRepository repository, string? commit = null)
    {
        using CollectedRepository collection = Collector.Collect(new CollectOptions { StartDirectory = repository.Root, UseCache = false, Revision = commit ?? "HEAD", OnDisk = commit is null });
        var project = new ProjectInput("A", repository.Root, [Path.Combine(repository.Root, "src/A.cs")]);
        return Assert.Single(collection.Project(project, new MemberB()).Report.Members);
    }

    /// <summary>Finds <c>B</c>: from the line that declares it to the one that returns.</summary>
    private sealed class MemberB : IMemberFinder
    {
        public IReadOnlyList<Suppression> FindSuppressions(string path, string text) => [];

        public IReadOnlyList<UnsearchedLines> FindUnsearched(string path, string text) => [];

        public IReadOnlyList<Member> Find(string path, string text)
        {
            string[] lines = text.Split('\n');
            int first = Array.FindIndex(lines, l => l.Contains("int B", StringComparison.Ordinal)) + 1;
            return [new Member("A.B(int)", first, 16, first, first + 7, [first, .. Enumerable.Range(first + 2, 5)])];
        }
    }
}
