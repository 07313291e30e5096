using AiAttribution.Git.Repositories;
using AiAttribution.Git.Tests.Fixtures;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Repositories;

/// <summary>Where objects and references lie, and what becomes of a repository that is not whole.</summary>
public class StorageTests
{
    [Theory]
    [ClassData(typeof(EveryReader))]
    internal void Objects_of_another_repository_are_found_through_alternates(GitReader reader)
    {
        using TestRepository origin = WithCommits();
        using var clone = new TemporaryFolder();
        GitProcess.Run(origin.Root, "clone", "-q", "--shared", origin.Root, clone.Path);
        new TestRepository(clone.Path).Write("B.cs", "b\n").Commit("Third");

        Assert.True(File.Exists(Path.Combine(clone.Path, ".git", "objects", "info", "alternates")));
        BlameCheck.Agrees(clone.Path, reader);
    }

    /// <summary>The index of a pack above 2 GiB has a second table of 8-byte offsets; git can be told to use it from any offset on.</summary>
    [Theory]
    [ClassData(typeof(EveryReader))]
    internal void A_pack_with_large_offsets_is_read(GitReader reader)
    {
        using TestRepository repository = WithCommits();
        repository.Git("repack", "-q", "-a", "-d");
        string pack = Assert.Single(Directory.GetFiles(Path.Combine(repository.Root, ".git", "objects", "pack"), "*.pack"));
        string index = Path.ChangeExtension(pack, ".idx");
        long before = new FileInfo(index).Length;
        File.Delete(index);
        repository.Git("index-pack", "--index-version=2,0x20", "-o", index, pack);

        Assert.True(new FileInfo(index).Length > before);
        BlameCheck.Agrees(repository.Root, reader);
    }

    [Theory]
    [ClassData(typeof(EveryReader))]
    internal void Locks_and_half_written_packs_of_another_git_are_passed_over(GitReader reader)
    {
        using TestRepository repository = WithCommits();
        foreach (string file in (string[])["index.lock", "HEAD.lock", "packed-refs.lock", "config.lock", "shallow.lock", "objects/pack/tmp_pack_abc123", "objects/pack/tmp_idx_abc123"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(repository.Root, ".git", file))!);
            File.WriteAllText(Path.Combine(repository.Root, ".git", file), "half");
        }

        BlameCheck.Agrees(repository.Root, reader);
    }

    [Theory]
    [InlineData("HEAD")]
    [InlineData("objects")]
    [InlineData("refs")]
    public void A_clone_that_has_not_come_far_is_no_repository_yet(string missing)
    {
        using TestRepository repository = WithCommits();
        string path = Path.Combine(repository.Root, ".git", missing);
        Directory.Move(path, path + ".away");

        foreach (GitReader reader in Enum.GetValues<GitReader>())
            Assert.Equal(RepositoryProblem.NotARepository, Problem(() => GitRepository.Open(repository.Root, reader).Dispose()));
    }

    [Theory]
    [ClassData(typeof(EveryReader))]
    internal void A_clone_that_has_no_references_yet_has_no_commits(GitReader reader)
    {
        using TestRepository repository = WithCommits();
        File.Delete(Path.Combine(repository.Root, ".git", "refs", "heads", "main"));
        using GitRepository opened = GitRepository.Open(repository.Root, reader);

        Assert.Equal(RepositoryProblem.NoCommits, Problem(() => opened.ResolveCommit("HEAD")));
    }

    [Theory]
    [ClassData(typeof(EveryReader))]
    internal void A_checked_out_commit_that_is_missing_is_said_to_be(GitReader reader)
    {
        using TestRepository repository = WithCommits();
        Forget(repository, "HEAD");
        using GitRepository opened = GitRepository.Open(repository.Root, reader);

        Assert.Equal(RepositoryProblem.Corrupt, Problem(() => opened.ResolveCommit("HEAD")));
    }

    [Theory]
    [InlineData("HEAD~1")]
    [InlineData("HEAD^{tree}")]
    public void A_commit_or_tree_that_is_missing_ends_the_scan_with_its_id(string missing)
    {
        using TestRepository repository = WithCommits();
        string id = Forget(repository, missing);

        foreach (GitReader reader in (GitReader[])[GitReader.LibGit2, GitReader.GitCommand])
        {
            using GitRepository opened = GitRepository.Open(repository.Root, reader);
            var problem = Assert.Throws<RepositoryException>(() => BlameCheck.Scan(opened));
            Assert.Equal(RepositoryProblem.Corrupt, problem.Problem);
            Assert.Contains(id, problem.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("ref: main")]
    [InlineData("1234")]
    public void A_HEAD_that_names_nothing_makes_no_repository_and_git_agrees(string text)
    {
        using TestRepository repository = WithCommits();
        File.WriteAllText(Path.Combine(repository.Root, ".git", "HEAD"), text);

        Assert.ThrowsAny<InvalidOperationException>(() => repository.Git("rev-parse"));
        Assert.Equal(RepositoryProblem.NotARepository, Problem(() => GitRepository.Open(repository.Root).Dispose()));
    }

    [Fact]
    public void A_working_tree_whose_main_repository_is_gone_is_incomplete()
    {
        using TestRepository repository = WithCommits();
        using var linked = new TemporaryFolder();
        repository.Git("worktree", "add", "-q", "-f", "--detach", linked.Path);
        Directory.Move(Path.Combine(repository.Root, ".git", "objects"), Path.Combine(repository.Root, ".git", "away"));

        var problem = Assert.Throws<RepositoryException>(() => GitRepository.Open(linked.Path));

        Assert.Equal(RepositoryProblem.Corrupt, problem.Problem);
        Assert.Contains("incomplete", problem.Message, StringComparison.Ordinal);
    }

    private static string Forget(TestRepository repository, string rev)
    {
        string id = repository.Git("rev-parse", rev).Trim();
        File.Delete(Path.Combine(repository.Root, ".git", "objects", id[..2], id[2..]));
        return id;
    }

    private static RepositoryProblem Problem(Action action) => Assert.Throws<RepositoryException>(action).Problem;

    private static TestRepository WithCommits()
    {
        var repository = new TestRepository();
        repository.Write("A.cs", "1\n").Commit("First");
        repository.Write("A.cs", "1\n2\n").Commit("Second");
        return repository;
    }
}
