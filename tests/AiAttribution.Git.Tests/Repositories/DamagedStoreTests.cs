using System.Text;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Tests.Fixtures;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Repositories;

/// <summary>What a power cut, a bad disk or a hostile hand leaves in a git directory: it is said, by name, and nothing hangs or crashes.</summary>
public class DamagedStoreTests
{
    [Theory]
    [InlineData(8, 1024)]
    [InlineData(8, 4)]
    [InlineData(0, 1032)]
    public void A_damaged_pack_index_is_a_damaged_repository(int at, int count)
    {
        using TestRepository repository = PackedRepository.Make();
        PackedRepository.Overwrite(PackedRepository.IndexAgain(repository, "--index-version=2"), at, count, 0xFF);

        Assert.Equal(RepositoryProblem.Corrupt, TwoCommits.Problem(repository, GitReader.LibGit2).Problem);
        Assert.Equal(RepositoryProblem.Corrupt, TwoCommits.Problem(repository, GitReader.Automatic).Problem);
    }

    [Fact]
    public void What_git_can_read_in_spite_of_a_doubtful_index_is_read_through_git()
    {
        using TestRepository repository = PackedRepository.Make();
        string index = PackedRepository.IndexAgain(repository, "--index-version=2");
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(index)!, "pack-of-nothing.idx"), "no index");

        using GitRepository opened = GitRepository.Open(repository.Root);

        Assert.Equal(GitReader.GitCommand, opened.Reader);
        BlameCheck.Agrees(repository.Root, GitReader.Automatic);
    }

    [Theory]
    [InlineData("HEAD", GitReader.Automatic)]
    [InlineData("HEAD^{tree}", GitReader.Automatic)]
    [InlineData("HEAD:A.cs", GitReader.Automatic)]
    [InlineData("HEAD~1", GitReader.Automatic)]
    [InlineData("HEAD", GitReader.GitCommand)]
    [InlineData("HEAD^{tree}", GitReader.GitCommand)]
    internal void A_loose_object_that_is_cut_or_no_zlib_is_named(string rev, GitReader reader)
    {
        using TestRepository repository = TwoCommits.Make();
        string id = repository.Git("rev-parse", rev).Trim();
        string file = PackedRepository.Loose(repository, rev);
        byte[] whole = File.ReadAllBytes(file);

        foreach (byte[] damaged in (byte[][])[[], whole[..1], whole[..2], whole[..5], whole[..10], whole[..(whole.Length / 2)], whole[..^8], "no zlib at all"u8.ToArray(), new byte[100]])
        {
            File.WriteAllBytes(file, damaged);
            RepositoryException problem = TwoCommits.Problem(repository, reader);
            Assert.Equal(RepositoryProblem.Corrupt, problem.Problem);
            Assert.True(problem.Message.Contains(id, StringComparison.Ordinal) || problem.Message.Contains("checked out", StringComparison.Ordinal), problem.Message);
        }
    }

    [Theory]
    [InlineData("main")]
    [InlineData("main~1")]
    [InlineData("v1")]
    [InlineData("SHORT")]
    public void A_revision_behind_a_cut_object_names_no_commit(string rev)
    {
        using TestRepository repository = TwoCommits.Make();
        repository.Git("tag", "-a", "v1", "-m", "v1");
        string shortId = repository.Head[..10];
        foreach (string cut in (string[])["HEAD", "v1"])
        {
            string file = PackedRepository.Loose(repository, cut);
            File.WriteAllBytes(file, File.ReadAllBytes(file)[..20]);
        }

        using GitRepository opened = GitRepository.Open(repository.Root, GitReader.LibGit2);

        Assert.Null(opened.FindCommit(rev.Replace("SHORT", shortId, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_damaged_loose_object_that_a_pack_holds_too_is_read_from_the_pack()
    {
        using TestRepository repository = TwoCommits.Make();
        string file = PackedRepository.Loose(repository, "HEAD^{tree}");
        repository.Git("repack", "-q", "-a");
        File.WriteAllBytes(file, []);

        BlameCheck.Agrees(repository.Root, GitReader.LibGit2);
    }

    [Fact]
    public void A_pack_that_appears_while_a_repository_is_read_is_found()
    {
        using TestRepository repository = PackedRepository.Make();
        using GitRepository opened = GitRepository.Open(repository.Root, GitReader.LibGit2);
        string late = repository.Write("B.cs", "1\n").Commit("Late");
        repository.Git("repack", "-q", "-a", "-d");

        Assert.NotNull(opened.ReadFile(late, "B.cs", 100));
    }

    [Fact]
    public void A_damaged_index_that_appears_while_a_repository_is_read_is_told()
    {
        using TestRepository repository = PackedRepository.Make();
        using GitRepository opened = GitRepository.Open(repository.Root, GitReader.LibGit2);
        string late = repository.Write("B.cs", "1\n").Commit("Late");
        repository.Git("repack", "-q", "-a", "-d");
        string index = Directory.GetFiles(Path.Combine(PackedRepository.Objects(repository), "pack"), "*.idx").Single();
        File.SetAttributes(index, FileAttributes.Normal);
        PackedRepository.Overwrite(index, 8, 1024, 0xFF);

        var problem = Assert.Throws<RepositoryException>(() => opened.ReadFile(late, "B.cs", 100));
        Assert.Contains(Path.GetFileName(index), problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tree\0oh")]
    [InlineData("100644 A.cs")]
    [InlineData("100644 A.cs\0short")]
    public void A_tree_that_is_none_is_named(string content)
    {
        using TestRepository repository = TwoCommits.Make();
        string tree = GitProcess.Run(repository.Root, Encoding.UTF8.GetBytes(content), new Dictionary<string, string>(), "hash-object", "-t", "tree", "-w", "--literally", "--stdin").Trim();
        repository.Git("update-ref", "HEAD", repository.Git("commit-tree", tree, "-m", "Broken").Trim());

        foreach (GitReader reader in Enum.GetValues<GitReader>())
            Assert.Contains(tree, TwoCommits.Problem(repository, reader).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("packed-refs", "\0\u0001\u0002 no references \n\n")]
    [InlineData("HEAD", "ref: refs/heads/../../x\n")]
    [InlineData("refs/heads/main", "not an id\n")]
    public void A_file_of_references_that_makes_no_sense_is_a_damaged_repository(string file, string text)
    {
        using TestRepository repository = TwoCommits.Make();
        repository.Git("tag", "v1");
        repository.Git("pack-refs", "--all");
        File.WriteAllText(Path.Combine(repository.Root, ".git", file), text);

        foreach (GitReader reader in Enum.GetValues<GitReader>())
            Assert.Equal(RepositoryProblem.Corrupt, TwoCommits.Problem(repository, reader).Problem);
    }

    [Theory]
    [ClassData(typeof(EveryReader))]
    internal void A_history_that_runs_in_a_circle_is_told(GitReader reader)
    {
        using TestRepository repository = TwoCommits.Make();
        Directory.CreateDirectory(Path.Combine(repository.Root, ".git", "info"));
        File.WriteAllText(Path.Combine(repository.Root, ".git", "info", "grafts"), $"{repository.Git("rev-parse", "HEAD~1").Trim()} {repository.Head}\n");

        Assert.Contains("circle", TwoCommits.Problem(repository, reader).Message, StringComparison.Ordinal);
    }
}
