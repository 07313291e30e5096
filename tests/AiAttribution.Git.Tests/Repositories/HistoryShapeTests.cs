using System.Text;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Tests.Fixtures;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Repositories;

/// <summary>Unusual histories, each held against the real <c>git blame</c> through both readers.</summary>
public class HistoryShapeTests
{
    private const string Ten = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n";

    [Theory]
    [ClassData(typeof(EveryReader))]
    internal void An_octopus_merge_takes_lines_from_each_of_its_parents(GitReader reader)
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", Ten).Commit("Start");
        for (int branch = 1; branch <= 4; branch++)
        {
            repository.Git("checkout", "-q", "-b", $"b{branch}", "main");
            repository.Write("A.cs", Ten.Replace($"{branch * 2}\n", $"{branch * 2} by b{branch}\n", StringComparison.Ordinal));
            repository.Write($"B{branch}.cs", $"of {branch}\n").Commit($"Branch {branch}");
        }

        repository.Git("checkout", "-q", "main");
        repository.Merge("b1", "b2", "b3", "b4");

        Assert.Equal(5, repository.Git("rev-parse", "HEAD^@").Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        BlameCheck.Agrees(repository.Root, reader);
    }

    [Theory]
    [ClassData(typeof(EveryReader))]
    internal void Criss_cross_merges_give_each_line_to_one_commit(GitReader reader)
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", Ten).Commit("Start");
        repository.Git("branch", "other");
        repository.Write("A.cs", Ten.Replace("2\n", "two\n", StringComparison.Ordinal)).Commit("Left");
        repository.Git("checkout", "-q", "other");
        repository.Write("A.cs", Ten.Replace("9\n", "nine\n", StringComparison.Ordinal)).Commit("Right");
        repository.Git("branch", "right");
        repository.Merge("main");
        repository.Git("checkout", "-q", "main");
        repository.Merge("right");
        repository.Write("A.cs", repository.Read("A.cs").Replace("5\n", "five\n", StringComparison.Ordinal)).Commit("Left again");
        repository.Merge("other");

        Assert.Contains("nine", repository.Read("A.cs"), StringComparison.Ordinal);
        BlameCheck.Agrees(repository.Root, reader);
    }

    [Theory]
    [ClassData(typeof(EveryReader))]
    internal void A_history_with_two_roots_is_walked_to_both(GitReader reader)
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", Ten).Commit("First root");
        repository.Git("checkout", "-q", "--orphan", "imported");
        repository.Git("rm", "-q", "-rf", ".");
        repository.Write("B.cs", "b\n").Commit("Second root");
        repository.Git("checkout", "-q", "main");
        repository.Git("merge", "-q", "--allow-unrelated-histories", "-m", "Merge", "imported");
        repository.Write("A.cs", Ten + "b\n").Commit("After");

        Assert.Equal(2, repository.Git("rev-list", "--max-parents=0", "HEAD").Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        BlameCheck.Agrees(repository.Root, reader);
    }

    [Theory]
    [InlineData("0 +0000")]
    [InlineData("4102444800 +0000")]
    [InlineData("1 -1200")]
    [InlineData("99999999999999 +0000")]
    [InlineData("18446744073709551614 +0000")]
    [InlineData("-62135596801 +0000")]
    [InlineData("never +0000")]
    public void A_commit_of_any_date_is_read(string date)
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", Ten).Commit("Before");
        repository.Write("A.cs", Ten + "dated\n");
        repository.Git("add", "A.cs");
        string tree = repository.Git("write-tree").Trim();
        string text = $"tree {tree}\nparent {repository.Head}\nauthor Dev <dev@example.com> {date}\ncommitter Dev <dev@example.com> {date}\n\nDated\n";
        string dated = GitProcess.Run(repository.Root, Encoding.ASCII.GetBytes(text), new Dictionary<string, string>(), "hash-object", "-t", "commit", "-w", "--stdin", "--literally").Trim();
        repository.Git("reset", "-q", "--hard", dated);
        repository.Git("update-ref", "refs/tags/dated", dated);
        repository.Write("A.cs", "after\n" + Ten + "dated\n").Commit("After");

        foreach (GitReader reader in (GitReader[])[GitReader.LibGit2, GitReader.GitCommand])
        {
            BlameCheck.Agrees(repository.Root, reader);
            using GitRepository opened = GitRepository.Open(repository.Root, reader);
            Assert.InRange(opened.CommitTime(dated), DateTimeOffset.MinValue, DateTimeOffset.MaxValue);
            Assert.Equal("dated", Assert.Single(opened.Tags()).Name);
        }
    }

    [Theory]
    [ClassData(typeof(EveryReader))]
    internal void A_rename_of_case_only_is_followed(GitReader reader)
    {
        using var repository = new TestRepository();
        repository.Write("src/Parser.cs", Ten).Commit("Start");
        repository.Git("mv", "src/Parser.cs", "src/parser.cs");
        repository.Write("src/parser.cs", Ten + "more\n").Commit("Rename");
        repository.Git("mv", "src", "sources");
        repository.Git("mv", "sources", "Src");
        repository.Commit("Rename the folder");

        BlameCheck.Agrees(repository.Root, reader, "Src/parser.cs");
    }

    [Theory]
    [ClassData(typeof(EveryReader))]
    internal void Paths_in_composed_and_decomposed_form_are_two_files(GitReader reader)
    {
        const string Composed = "Pr\u00FCfung.cs";
        const string Decomposed = "Pru\u0308fung.cs";
        using var repository = new TestRepository();
        string files = $"M 100644 inline {Composed}\ndata 2\n1\nM 100644 inline {Decomposed}\ndata 4\n1\n2\n";
        string stream = $"commit refs/heads/main\ncommitter Dev <dev@example.com> 1767225600 +0000\ndata 1\na\n{files}\n";
        GitProcess.Run(repository.Root, Encoding.UTF8.GetBytes(stream), new Dictionary<string, string>(), "fast-import", "--quiet", "--force");

        using GitRepository opened = GitRepository.Open(repository.Root, reader);
        string head = opened.ResolveCommit("HEAD");

        Assert.Equal([Decomposed, Composed], opened.ListFiles(head));
        Assert.Equal("1\n"u8.ToArray(), opened.ReadFile(head, Composed, 10));
        Assert.Equal("1\n2\n"u8.ToArray(), opened.ReadFile(head, Decomposed, 10));
        BlameCheck.Agrees(repository.Root, reader, Composed, Decomposed);
    }

    [Theory]
    [ClassData(typeof(EveryReader))]
    internal void A_commit_of_ten_thousand_files_is_scanned(GitReader reader)
    {
        using var repository = new TestRepository();
        var stream = new StringBuilder("commit refs/heads/main\nmark :1\ncommitter Dev <dev@example.com> 1767225600 +0000\ndata 1\na\n");
        for (int i = 0; i < 10_000; i++)
            stream.Append($"M 100644 inline src/d{i % 100}/F{i}.cs\ndata {i.ToString().Length + 3}\n{i}\nx\n");
        stream.Append("\ncommit refs/heads/main\nmark :2\ncommitter Dev <dev@example.com> 1767225660 +0000\ndata 1\nb\nfrom :1\n");
        stream.Append("R src/d7/F7.cs Moved.cs\nM 100644 inline src/d8/F8.cs\ndata 4\n8\ny\n\n");
        GitProcess.Run(repository.Root, Encoding.UTF8.GetBytes(stream.ToString()), new Dictionary<string, string>(), "fast-import", "--quiet", "--force");

        BlameCheck.Agrees(repository.Root, reader, "Moved.cs", "src/d8/F8.cs", "src/d99/F9999.cs");
    }
}
