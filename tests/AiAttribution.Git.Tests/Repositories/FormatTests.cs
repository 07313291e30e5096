using AiAttribution.Git.Repositories;
using AiAttribution.Git.Tests.Fixtures;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Repositories;

public class FormatTests
{
    /// <summary>Newer formats cannot be made by every git, so their settings are written by hand: what decides is whether the installed git takes them.</summary>
    [Theory]
    [InlineData("extensions.noop", "true")]
    [InlineData("extensions.noop-v1", "true")]
    [InlineData("extensions.worktreeConfig", "true")]
    [InlineData("extensions.preciousObjects", "true")]
    [InlineData("extensions.relativeWorktrees", "true")]
    [InlineData("extensions.refStorage", "reftable")]
    [InlineData("extensions.somethingOfTheFuture", "true")]
    [InlineData("core.repositoryFormatVersion", "99")]
    public void A_format_is_read_when_the_installed_git_reads_it_and_is_else_refused_by_name(string key, string value)
    {
        using TestRepository repository = WithCommits();
        string head = repository.Head;
        repository.Git("config", "core.repositoryFormatVersion", "1");
        File.AppendAllText(Path.Combine(repository.Root, ".git", "config"), $"[{key.Split('.')[0]}]\n\t{key.Split('.')[1]} = {value}\n");

        if (GitReads(repository))
        {
            using GitRepository opened = GitRepository.Open(repository.Root);
            Assert.Equal(head, opened.ResolveCommit("HEAD"));
        }
        else
        {
            var problem = Assert.Throws<RepositoryException>(() => GitRepository.Open(repository.Root));
            Assert.Equal(RepositoryProblem.UnsupportedFormat, problem.Problem);
            Assert.Contains(key.Split('.')[1], problem.Message, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData("extensions.worktreeConfig", "true")]
    [InlineData("extensions.refStorage", "reftable")]
    public void An_extension_that_libgit2_does_not_know_is_refused_by_name_when_only_libgit2_may_read(string key, string value)
    {
        using TestRepository repository = WithCommits();
        repository.Git("config", "core.repositoryFormatVersion", "1");
        repository.Git("config", key, value);

        var problem = Assert.Throws<RepositoryException>(() => GitRepository.Open(repository.Root, GitReader.LibGit2));

        Assert.Equal(RepositoryProblem.UnsupportedFormat, problem.Problem);
        Assert.Contains(key.Split('.')[1], problem.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Reftables_are_read_by_a_git_that_makes_them_and_refused_by_an_older_one()
    {
        using var folder = new TemporaryFolder();
        try
        {
            GitProcess.Run(folder.Path, "init", "-q", "-b", "main", "--ref-format=reftable");
        }
        catch (InvalidOperationException)
        {
            // As this older git leaves a repository that a newer one made: references where it does not look for them.
            GitProcess.Run(folder.Path, "init", "-q", "-b", "main");
            Directory.CreateDirectory(Path.Combine(folder.Path, ".git", "reftable"));
            File.AppendAllText(Path.Combine(folder.Path, ".git", "config"), "[core]\n\trepositoryFormatVersion = 1\n[extensions]\n\trefStorage = reftable\n");
            Assert.Equal(RepositoryProblem.UnsupportedFormat, Assert.Throws<RepositoryException>(() => GitRepository.Open(folder.Path)).Problem);
            return;
        }

        new TestRepository(folder.Path).Write("A.cs", "1\n").Commit("First");
        BlameCheck.Agrees(folder.Path, GitReader.Automatic);
    }

    [Fact]
    public void Settings_of_one_working_tree_are_read_through_the_git_command()
    {
        using TestRepository repository = WithCommits();
        repository.Git("config", "extensions.worktreeConfig", "true");
        repository.Git("config", "--worktree", "core.sparseCheckout", "true");

        using GitRepository opened = GitRepository.Open(repository.Root);

        Assert.Equal(GitReader.GitCommand, opened.Reader);
        Assert.Null(opened.NativeProblem);
        BlameCheck.Agrees(repository.Root, GitReader.Automatic);
    }

    [Theory]
    [InlineData("[extensions] partialClone = origin")]
    [InlineData("[extensions]partialclone=\"origin\" # comment")]
    [InlineData("[Remote \"origin\"]\n  Promisor")]
    [InlineData("[remote \"origin\"] promisor = yes ; comment")]
    public void A_partial_clone_is_known_however_its_setting_is_written_and_read_when_it_lacks_nothing(string setting)
    {
        using TestRepository repository = WithCommits();
        File.AppendAllText(Path.Combine(repository.Root, ".git", "config"), setting + "\n");

        Assert.True(RepositoryConfig.Read(RepositoryLayout.Find(repository.Root)!).IsPartialClone);
        foreach (GitReader reader in Enum.GetValues<GitReader>())
        {
            using GitRepository opened = GitRepository.Open(repository.Root, reader);
            Assert.NotEmpty(opened.ListFiles(opened.ResolveCommit("HEAD")));
        }
    }

    private static bool GitReads(TestRepository repository)
    {
        try
        {
            return repository.Git("rev-parse", "HEAD").Length > 0;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static TestRepository WithCommits()
    {
        var repository = new TestRepository();
        repository.Write("A.cs", "1\n").Commit("First");
        repository.Write("A.cs", "1\n2\n").Commit("Second");
        return repository;
    }
}
