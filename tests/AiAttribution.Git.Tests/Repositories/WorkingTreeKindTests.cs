using System.Diagnostics;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Tests.Fixtures;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Repositories;

/// <summary>Kinds of working trees, each read through both readers and held against the real <c>git blame</c>.</summary>
public class WorkingTreeKindTests
{
    [Theory]
    [ClassData(typeof(EveryReader))]
    internal void A_linked_working_tree(GitReader reader)
    {
        using TestRepository repository = WithCommits();
        using var linked = new TemporaryFolder();
        repository.Git("worktree", "add", "-q", "-f", "-b", "side", linked.Path, "HEAD~1");
        new TestRepository(linked.Path).Write("A.cs", "1\nside\n").Commit("Side");

        BlameCheck.Agrees(linked.Path, reader);
    }

    [Theory]
    [ClassData(typeof(EveryReader))]
    internal void A_linked_working_tree_whose_pointers_are_relative(GitReader reader)
    {
        using var folder = new TemporaryFolder();
        GitProcess.Run(folder.Path, "init", "-q", "-b", "main", "main");
        var repository = new TestRepository(Path.Combine(folder.Path, "main"));
        repository.Write("A.cs", "1\n").Commit("First");
        repository.Git("worktree", "add", "-q", "--detach", "../linked");
        File.WriteAllText(Path.Combine(folder.Path, "linked", ".git"), "gitdir: ../main/.git/worktrees/linked\n");
        File.WriteAllText(Path.Combine(folder.Path, "main", ".git", "worktrees", "linked", "gitdir"), "../../../../linked/.git\n");

        BlameCheck.Agrees(Path.Combine(folder.Path, "linked"), reader);
    }

    [Fact]
    public void A_pointer_that_leads_nowhere_is_named_and_nothing_above_it_is_read()
    {
        using TestRepository outer = WithCommits();
        outer.Write("inner/.git", "gitdir: /host/repo/.git/worktrees/x\n").Write("inner/deep/A.cs", "1\n");

        RepositoryException problem = Assert.Throws<RepositoryException>(() => GitRepository.Open(Path.Combine(outer.Root, "inner", "deep")));

        Assert.Equal((RepositoryProblem.NotARepository, $".git points to {Path.GetFullPath("/host/repo/.git/worktrees/x")}, which is not here", "Mount it, or build in a clone."), (problem.Problem, problem.Message, problem.Remedy));
    }

    [Theory]
    [ClassData(typeof(EveryReader))]
    internal void A_submodule_as_root(GitReader reader)
    {
        using TestRepository inner = WithCommits();
        using TestRepository outer = WithSubmodule(inner);

        using GitRepository opened = GitRepository.Open(Path.Combine(outer.Root, "sub"), reader);

        Assert.Equal(inner.Head, opened.ResolveCommit("HEAD"));
        BlameCheck.Agrees(Path.Combine(outer.Root, "sub"), reader);
    }

    [Theory]
    [ClassData(typeof(EveryReader))]
    internal void A_submodule_inside_is_no_file_of_the_outer_repository(GitReader reader)
    {
        using TestRepository inner = WithCommits();
        using TestRepository outer = WithSubmodule(inner);

        using GitRepository opened = GitRepository.Open(outer.Root, reader);

        Assert.Equal([".gitmodules", "A.cs"], opened.ListFiles(opened.ResolveCommit("HEAD")));
        Assert.Null(opened.ReadFile(opened.ResolveCommit("HEAD"), "sub", 100));
        Assert.Null(opened.ReadFile(opened.ResolveCommit("HEAD"), "sub/A.cs", 100));
        BlameCheck.Agrees(outer.Root, reader);
    }

    [Fact]
    public void A_sparse_checkout_is_attributed_as_a_whole()
    {
        using TestRepository repository = WithCommits();
        repository.Write("in/B.cs", "b\n").Write("out/C.cs", "c\n").Commit("Third");
        repository.Git("sparse-checkout", "set", "in");

        Assert.False(File.Exists(Path.Combine(repository.Root, "out", "C.cs")));
        BlameCheck.Agrees(repository.Root, GitReader.Automatic, "in/B.cs", "out/C.cs");
    }

    [Theory]
    [ClassData(typeof(EveryReader))]
    internal void A_detached_HEAD(GitReader reader)
    {
        using TestRepository repository = WithCommits();
        repository.Git("checkout", "-q", "--detach", "HEAD~1");
        repository.Write("A.cs", "1\ndetached\n").Commit("Detached");

        BlameCheck.Agrees(repository.Root, reader);
    }

    [Theory]
    [ClassData(typeof(EveryReader))]
    internal void An_unborn_branch_has_no_commits(GitReader reader)
    {
        using TestRepository repository = WithCommits();
        repository.Git("checkout", "-q", "--orphan", "unborn");
        using GitRepository opened = GitRepository.Open(repository.Root, reader);

        Assert.Equal(RepositoryProblem.NoCommits, Assert.Throws<RepositoryException>(() => opened.ResolveCommit("HEAD")).Problem);
        Assert.Equal(repository.Git("rev-parse", "main").Trim(), opened.ResolveCommit("main"));
    }

    [Theory]
    [ClassData(typeof(EveryReader))]
    internal void A_bare_repository(GitReader reader)
    {
        using TestRepository repository = WithCommits();
        using var bare = new TemporaryFolder();
        GitProcess.Run(repository.Root, "clone", "-q", "--bare", repository.Root, bare.Path);

        BlameCheck.Agrees(bare.Path, reader);
    }

    [Theory]
    [ClassData(typeof(EveryReader))]
    internal void A_root_behind_a_symbolic_link(GitReader reader)
    {
        using TestRepository repository = WithCommits();
        using var folder = new TemporaryFolder();
        string link = Path.Combine(folder.Path, "link");
        Directory.CreateSymbolicLink(link, repository.Root);

        using GitRepository opened = GitRepository.Open(link, reader);

        Assert.Equal(link + "/", opened.WorkingDirectory);
        BlameCheck.Agrees(link, reader);
        Directory.Delete(link);
    }

    [Theory]
    [ClassData(typeof(EveryReader))]
    internal void A_git_directory_is_left_as_it_was(GitReader reader)
    {
        using TestRepository repository = WithCommits();
        repository.Git("tag", "v1");
        string before = State(repository);

        BlameCheck.Agrees(repository.Root, reader);
        using (GitRepository opened = GitRepository.Open(repository.Root, reader))
            Assert.Single(opened.Tags());

        Assert.Equal(before, State(repository));
    }

    [UnixRootFactAttribute]
    public void A_repository_of_another_user_is_refused_with_the_command_that_allows_it()
    {
        using TestRepository repository = WithCommits();
        using (Process chown = Process.Start("chown", ["-R", "12345", repository.Root]))
            chown.WaitForExit();

        foreach (GitReader reader in Enum.GetValues<GitReader>())
        {
            var problem = Assert.Throws<RepositoryException>(() => GitRepository.Open(repository.Root, reader));
            Assert.Equal(RepositoryProblem.ForeignOwner, problem.Problem);
            Assert.Contains("safe.directory", problem.Remedy, StringComparison.Ordinal);
            Assert.DoesNotContain(repository.Root, problem.Message, StringComparison.Ordinal);
        }
    }

    private static string State(TestRepository repository) => string.Join(
        '\n',
        new DirectoryInfo(Path.Combine(repository.Root, ".git"))
            .EnumerateFiles("*", SearchOption.AllDirectories)
            .Select(file => $"{file.FullName} {file.Length} {file.LastWriteTimeUtc:O}")
            .Order(StringComparer.Ordinal));

    private static TestRepository WithSubmodule(TestRepository inner)
    {
        TestRepository outer = WithCommits();
        outer.Git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner.Root, "sub");
        outer.Commit("Add the submodule");
        return outer;
    }

    private static TestRepository WithCommits()
    {
        var repository = new TestRepository();
        repository.Write("A.cs", "1\n").Commit("First");
        repository.Write("A.cs", "1\n2\n").Commit("Second");
        return repository;
    }
}
