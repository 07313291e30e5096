using System.Text;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Lines;
using AiAttribution.Core.Sessions.Linking;
using AiAttribution.Core.Text;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;
using AiAttribution.Git.WorkingTree;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.WorkingTree;

public class RecordedLinesTests
{
    private const string Written = "int first = One();\nint second = Two();\n";

    [Theory]
    [InlineData("class A;\nint first = One();\nint second = Two();\n", "oss", "lines of the session are AI")]
    [InlineData("class A;\nint mine;\nint first = One();\nint second = Two();\n", "o?ss", "what a person typed between stays unknown")]
    [InlineData("class A;\r\n\tint first = One();\r\nint second = Two();\r\n", "oss", "line ends and layout change nothing")]
    [InlineData("class A;\nint first = Changed();\nint second = Two();\n", "o?s", "a line that was changed afterwards is unknown")]
    [InlineData("class A;\n", "o", "what is gone is gone")]
    public void A_line_that_is_not_committed_is_its_sessions(string text, string expected, string because)
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", "class A;\n").Commit("Start");

        Assert.True(expected == States(repository, "A.cs", text, Record("A.cs")), because);
    }

    [Fact]
    public void A_new_file_is_its_sessions_and_without_a_record_it_is_unknown()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", "class A;\n").Commit("Start");

        Assert.Equal("ss", States(repository, "New.cs", Written, Record("New.cs")));
        Assert.Equal("??", States(repository, "New.cs", Written, null));
        Assert.Equal("??", States(repository, "New.cs", Written, Record("Other.cs")));
    }

    [Theory]
    [InlineData("Add", "ooo")]
    [InlineData("Add\n\nCo-Authored-By: Claude <noreply@anthropic.com>\n", "oaa")]
    public void Once_committed_evidence_in_git_decides_and_never_the_record(string message, string expected)
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", "class A;\n").Commit("Start");
        repository.Write("A.cs", "class A;\n" + Written).Commit(message);

        Assert.Equal(expected, States(repository, "A.cs", "class A;\n" + Written, Record("A.cs")));
    }

    [Fact]
    public void What_a_merge_brings_is_committed_and_not_the_sessions()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", "class A;\n").Commit("Start");
        repository.Git("switch", "-q", "-c", "side");
        repository.Write("A.cs", "class A;\n" + Written).Commit("Side");
        repository.Git("switch", "-q", "main");
        repository.Git("merge", "-q", "--no-commit", "--no-ff", "side");

        Assert.Equal("o??", States(repository, "A.cs", "class A;\n" + Written, Record("A.cs")));
    }

    [Fact]
    public void A_record_is_read_as_it_was_written()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", "class A;\n").Commit("Start");
        using GitRepository opened = GitRepository.Open(repository.Root);

        Assert.True(WorkingRecordFile.Write(opened, Record("A.cs")));
        Assert.False(WorkingRecordFile.Write(opened, Record("A.cs")));
        WorkingRecord read = WorkingRecordFile.Read(opened)!;
        Assert.Equal(Session, Assert.Single(read.Sessions));
        Assert.Equal(TextLines.Of(Written).Hashes, Assert.Single(read.Files["A.cs"]).Lines);
        Assert.DoesNotContain("first", File.ReadAllText(WorkingRecordFile.PathOf(opened)), StringComparison.Ordinal);
        Assert.True(WorkingRecordFile.Write(opened, new WorkingRecord([], new Dictionary<string, IReadOnlyList<WrittenBlock>>())));
        Assert.False(File.Exists(WorkingRecordFile.PathOf(opened)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"version\":2,\"sessions\":[],\"files\":{}}")]
    [InlineData("{\"version\":1,\"sessions\":[{\"agent\":\"a b\",\"provider\":\"p\",\"id\":\"i\"}],\"files\":{}}")]
    [InlineData("{\"version\":1,\"sessions\":[],\"files\":{\"A.cs\":[{\"session\":0,\"lines\":\"AAAA\"}]}}")]
    [InlineData("{\"version\":1,\"sessions\":[{\"agent\":\"a\",\"provider\":\"p\",\"id\":\"i\"}],\"files\":{\"A.cs\":[{\"session\":-1,\"lines\":\"AAAA\"},{\"session\":0,\"lines\":\"AAA\"},7]}}")]
    public void A_record_of_another_form_is_as_good_as_none(string text)
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", "class A;\n").Commit("Start");
        using GitRepository opened = GitRepository.Open(repository.Root);
        WorkingRecordFile.Write(opened, Record("A.cs"));

        File.WriteAllText(WorkingRecordFile.PathOf(opened), text);

        Assert.Null(WorkingRecordFile.Read(opened));
    }

    [Fact]
    public void A_linked_working_tree_has_a_record_of_its_own()
    {
        using var repository = new TestRepository();
        using var other = new Testing.Files.TemporaryFolder();
        repository.Write("A.cs", "class A;\n").Commit("Start");
        repository.Git("worktree", "add", "-q", Path.Combine(other.Path, "linked"));
        using GitRepository first = GitRepository.Open(repository.Root);
        using GitRepository linked = GitRepository.Open(Path.Combine(other.Path, "linked"));

        WorkingRecordFile.Write(first, Record("A.cs"));

        Assert.NotNull(WorkingRecordFile.Read(first));
        Assert.Null(WorkingRecordFile.Read(linked));
    }

    private static WorkingSession Session => new("claude-code", "claude-sonnet-4-5", new SessionKey("claude", "s1"), EvidenceKind.SessionNote);

    private static WorkingRecord Record(string path) =>
        new([Session], new Dictionary<string, IReadOnlyList<WrittenBlock>> { [path] = [new WrittenBlock(0, TextLines.Of(Written).Hashes)] });

    private static string States(TestRepository repository, string path, string text, WorkingRecord? record)
    {
        using GitRepository opened = GitRepository.Open(repository.Root);
        ScanResult scan = AttributionScanner.Scan(opened, opened.ResolveCommit("HEAD"), new ScanOptions { UseCache = false });
        AttributionResult attribution = scan.Attribution with { Sources = [.. scan.Attribution.Sources, .. record?.Sessions.Select(s => s.Source) ?? []] };
        FileAttribution file = new WorkingTreeAttribution(opened, scan with { Attribution = attribution }, record).ForFile(path, Encoding.UTF8.GetBytes(text));
        return string.Concat(file.Runs.SelectMany(run => Enumerable.Repeat(Letter(run, attribution), run.Count)));
    }

    private static char Letter(LineRun run, AttributionResult attribution) => run.State switch
    {
        LineState.Ai => NotCommitted.Is(attribution.Sources[run.Source].Commit) ? 's' : 'a',
        LineState.Other => 'o',
        _ => '?',
    };
}
