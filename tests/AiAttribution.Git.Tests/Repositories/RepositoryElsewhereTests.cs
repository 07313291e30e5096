using AiAttribution.Git.Repositories;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Repositories;

public class RepositoryElsewhereTests
{
    [Theory]
    [InlineData(GitReader.LibGit2)]
    [InlineData(GitReader.GitCommand)]
    internal void Git_directory_and_working_tree_of_the_environment_are_followed(GitReader reader)
    {
        using TestRepository repository = new();
        string commit = repository.Write("A.cs", "one\n").Commit("Add");
        using TemporaryFolder tree = new();

        RepositoryLayout layout = RepositoryElsewhere.ByEnvironment(tree.Path, Environment(("GIT_DIR", Path.Combine(repository.Root, ".git")), ("GIT_WORK_TREE", repository.Root)))!;

        using var opened = new GitRepository(layout, ReaderChoice.Open(layout, reader));
        Assert.Equal((commit, repository.Root + "/"), (opened.ResolveCommit("HEAD"), opened.WorkingDirectory));
        Assert.Equal(["A.cs"], opened.ListFiles(commit));
    }

    [Fact]
    public void Without_a_named_working_tree_it_is_the_folder_that_was_started_in()
    {
        using TestRepository repository = new();
        using TemporaryFolder tree = new();

        RepositoryLayout layout = RepositoryElsewhere.ByEnvironment(tree.Path, Environment(("GIT_DIR", Path.Combine(repository.Root, ".git"))))!;

        Assert.Equal(tree.Path + "/", layout.WorkingDirectory);
    }

    [Fact]
    public void Bare_git_directory_has_no_working_tree()
    {
        using TemporaryFolder folder = new();
        GitProcess.Run(folder.Path, "init", "-q", "--bare", "store.git");

        Assert.Null(RepositoryElsewhere.ByEnvironment(folder.Path, Environment(("GIT_DIR", "store.git")))!.WorkingDirectory);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nothing/here")]
    public void Name_that_leads_nowhere_is_none(string? name)
    {
        using TemporaryFolder folder = new();

        Assert.Null(RepositoryElsewhere.ByEnvironment(folder.Path, variable => variable == "GIT_DIR" ? name : null));
    }

    [Theory]
    [InlineData("", ".jj/repo/store/git")]
    [InlineData("src/deep", "../../.jj/repo/store/git")]
    public void Workspace_of_jj_without_git_names_the_repository_behind_it(string start, string expected)
    {
        using TemporaryFolder folder = new();
        GitProcess.Run(folder.Path, "init", "-q", "--bare", ".jj/repo/store/git");
        Directory.CreateDirectory(Path.Combine(folder.Path, start));

        RepositoryException problem = Assert.Throws<RepositoryException>(() => GitRepository.Open(Path.Combine(folder.Path, start)));

        Assert.Equal(RepositoryProblem.NotARepository, problem.Problem);
        Assert.Contains($"--repo {expected} ", problem.Remedy, StringComparison.Ordinal);
        Assert.DoesNotContain("git init", problem.Remedy, StringComparison.Ordinal);
        using GitRepository opened = GitRepository.Open(Path.Combine(folder.Path, start, expected));
        Assert.Null(opened.WorkingDirectory);
    }

    [Fact]
    public void Second_workspace_of_jj_and_one_whose_store_points_elsewhere_are_known()
    {
        using TemporaryFolder folder = new();
        GitProcess.Run(folder.Path, "init", "-q", "--bare", "kept.git");
        Directory.CreateDirectory(Path.Combine(folder.Path, "main", ".jj", "repo", "store"));
        File.WriteAllText(Path.Combine(folder.Path, "main", ".jj", "repo", "store", "git_target"), "../../../../kept.git");
        Directory.CreateDirectory(Path.Combine(folder.Path, "second", ".jj"));
        File.WriteAllText(Path.Combine(folder.Path, "second", ".jj", "repo"), "../../main/.jj/repo");

        Assert.Equal("../kept.git", RepositoryElsewhere.OfJj(Path.Combine(folder.Path, "main")));
        Assert.Equal("../kept.git", RepositoryElsewhere.OfJj(Path.Combine(folder.Path, "second")));
    }

    [Fact]
    public void Branch_of_a_remote_that_is_not_here_is_fetched_by_its_name()
    {
        using TestRepository repository = new();
        repository.Write("A.cs", "one\n").Commit("Add");
        repository.Git("remote", "add", "origin", "https://example.com/x.git");
        using GitRepository opened = GitRepository.Open(repository.Root);

        Assert.StartsWith("git fetch origin release/1,", Assert.Throws<RepositoryException>(() => opened.ResolveCommit("origin/release/1")).Remedy, StringComparison.Ordinal);
        Assert.StartsWith("git fetch --tags,", Assert.Throws<RepositoryException>(() => opened.ResolveCommit("v1")).Remedy, StringComparison.Ordinal);
    }

    private static Func<string, string?> Environment(params (string Name, string Value)[] variables) =>
        name => variables.FirstOrDefault(variable => variable.Name == name).Value;
}
