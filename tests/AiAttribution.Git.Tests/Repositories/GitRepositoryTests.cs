using AiAttribution.Git.Repositories;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Repositories;

public class GitRepositoryTests
{
    [Fact]
    public void A_folder_outside_any_repository_is_refused()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal(RepositoryProblem.NotARepository, Problem(folder.Path));
    }

    [Fact]
    public void A_folder_inside_the_working_tree_finds_its_repository()
    {
        using TestRepository repository = WithCommits();
        repository.Write("deep/down/x.txt", "");

        using GitRepository opened = GitRepository.Open(Path.Combine(repository.Root, "deep", "down"));

        Assert.Equal(repository.Root + "/", opened.WorkingDirectory);
        Assert.Equal(repository.Head, opened.ResolveCommit("HEAD"));
    }

    [Fact]
    public void A_repository_that_many_threads_open_at_once_is_open_for_each()
    {
        using TestRepository repository = WithCommits();
        string[] heads = new string[400];

        Parallel.For(0, heads.Length, i =>
        {
            using GitRepository opened = GitRepository.Open(repository.Root);
            heads[i] = opened.ResolveCommit("HEAD");
        });

        Assert.Equal([repository.Head], heads.Distinct());
    }

    [Fact]
    public void A_linked_working_tree_has_its_own_HEAD_and_the_common_objects()
    {
        using TestRepository repository = WithCommits();
        using var linked = new TemporaryFolder();
        repository.Git("worktree", "add", "-q", "-f", "--detach", linked.Path, "HEAD~1");

        using GitRepository opened = GitRepository.Open(linked.Path);

        Assert.Equal(repository.Git("rev-parse", "HEAD~1").Trim(), opened.ResolveCommit("HEAD"));
        Assert.Equal(Path.Combine(repository.Root, ".git"), opened.CommonDirectory);
    }

    [Fact]
    public void A_bare_repository_has_no_working_directory()
    {
        using TestRepository repository = WithCommits();
        using var bare = new TemporaryFolder();
        GitProcess.Run(repository.Root, "clone", "-q", "--bare", repository.Root, bare.Path);

        using GitRepository opened = GitRepository.Open(bare.Path);

        Assert.Null(opened.WorkingDirectory);
        Assert.Equal(["A.cs"], opened.ListFiles(opened.ResolveCommit("HEAD")));
    }

    [Theory]
    [InlineData("v1.0")]
    [InlineData("main")]
    [InlineData("HEAD")]
    public void A_revision_is_resolved_to_its_commit(string rev)
    {
        using TestRepository repository = WithCommits();
        repository.Git("tag", "-a", "-m", "first", "v1.0");
        using GitRepository opened = GitRepository.Open(repository.Root);

        Assert.Equal(repository.Head, opened.ResolveCommit(rev));
    }

    [Fact]
    public void Tags_name_commits_and_leave_out_what_is_none()
    {
        using TestRepository repository = WithCommits();
        repository.Git("tag", "-a", "-m", "first", "v1.0", "HEAD~1");
        repository.Git("tag", "light");
        repository.Git("tag", "tree", "HEAD^{tree}");
        using GitRepository opened = GitRepository.Open(repository.Root);

        Assert.Equal(
            [("light", repository.Head), ("v1.0", repository.Git("rev-parse", "HEAD~1").Trim())],
            opened.Tags().Select(tag => (tag.Name, tag.Commit)));
    }

    [Fact]
    public void FirstContaining_gives_the_first_container_that_has_a_commit()
    {
        using TestRepository repository = WithCommits();
        string first = repository.Git("rev-parse", "HEAD~1").Trim();
        string second = repository.Head;
        string third = repository.Write("A.cs", "3\n").Commit("Third");
        using GitRepository opened = GitRepository.Open(repository.Root);

        IReadOnlyDictionary<string, int> containing = opened.FirstContaining([first, second, third], [first, second]);

        Assert.Equal(new Dictionary<string, int> { [first] = 0, [second] = 1 }, containing);
    }

    private static RepositoryProblem Problem(string folder) =>
        Assert.Throws<RepositoryException>(() => GitRepository.Open(folder)).Problem;

    private static TestRepository WithCommits()
    {
        var repository = new TestRepository();
        repository.Write("A.cs", "1\n").Commit("First");
        repository.Write("A.cs", "2\n").Commit("Second");
        return repository;
    }
}
