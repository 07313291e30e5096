using System.Text;
using AiAttribution.Core.Lines;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;
using AiAttribution.Git.WorkingTree;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.WorkingTree;

public class WorkingTreeAttributionTests
{
    [Theory]
    [InlineData("ai 1\nai 2\nmine\n", "aao", "the committed text")]
    [InlineData("new\nai 1\nai 2\nmine\n", "?aao", "a line typed above shifts the others")]
    [InlineData("ai 1\nrewritten\nmine\n", "a?o", "a rewritten line is unknown")]
    [InlineData("mine\n", "o", "deleted lines are gone")]
    [InlineData("ai 1\r\nai 2\r\nmine\r\n", "aao", "a checkout with CRLF changes nothing")]
    [InlineData("\uFEFFai 1\nai 2\nmine\n", "aao", "a byte order mark changes nothing")]
    [InlineData("ai 1\nai 2\nmine", "aa?", "a missing final newline changes the last line only")]
    [InlineData("", "", "an emptied file has no lines")]
    public void A_file_on_disk_keeps_the_state_of_committed_lines(string text, string expected, string because)
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", "ai 1\nmine\n").Commit("Start");
        repository.Write("A.cs", "mine\n").Commit("Drop");
        repository.Write("A.cs", "ai 1\nai 2\nmine\n").Commit("Add\n\nCo-Authored-By: Claude <noreply@anthropic.com>\n");

        Assert.True(expected == States(repository, "A.cs", text), because);
    }

    [Fact]
    public void A_file_whose_content_is_replaced_is_compared_with_what_git_reads_in_its_place()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", "one\ntwo\n").Commit("Start");
        repository.Write("B.cs", "one\n").Commit("Other");
        repository.Git("replace", repository.Git("rev-parse", "HEAD:A.cs").Trim(), repository.Git("rev-parse", "HEAD:B.cs").Trim());

        Assert.Equal("o?", States(repository, "A.cs", "one\ntwo\n"));
    }

    [Fact]
    public void A_file_that_is_not_committed_is_unknown()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", "one\n").Commit("Start");

        Assert.Equal("??", States(repository, "New.cs", "a\nb\n"));
    }

    [Fact]
    public void A_file_that_the_scan_did_not_cover_is_unknown()
    {
        using var repository = new TestRepository();
        repository.Write("A.txt", "one\n").Commit("Start");

        Assert.Equal("?", States(repository, "A.txt", "one\n"));
    }

    private static string States(TestRepository repository, string path, string text)
    {
        using GitRepository opened = GitRepository.Open(repository.Root);
        ScanResult scan = AttributionScanner.Scan(opened, opened.ResolveCommit("HEAD"), new ScanOptions { UseCache = false });
        FileAttribution file = new WorkingTreeAttribution(opened, scan).ForFile(path, Encoding.UTF8.GetBytes(text));
        return string.Concat(file.Runs.SelectMany(run => Enumerable.Repeat(run.State switch { LineState.Ai => 'a', LineState.Other => 'o', _ => '?' }, run.Count)));
    }
}
