using AiAttribution.Core.Sessions.Linking;
using AiAttribution.Core.Text;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Sessions;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Sessions;

public class CommitWindowTests
{
    [Fact]
    public void Commits_of_all_branches_come_with_their_added_lines()
    {
        using TestRepository repository = new();
        repository.Write("A.cs", "one\ntwo\n").Commit("first");
        repository.Git("checkout", "-q", "-b", "side");
        string side = repository.Write("A.cs", "one\ntwo\nthree\n").Commit("side");
        repository.Git("checkout", "-q", "main");

        using GitRepository git = GitRepository.Open(repository.Root);
        IReadOnlyList<LinkCommit> commits = CommitWindow.Read(git, DateTimeOffset.MinValue);

        Assert.Equal(2, commits.Count);
        Assert.Equal(TextLines.Of("three\n").Hashes, commits.Single(c => c.Id == side).Files.Single().AddedLines);
    }

    [Fact]
    public void Renamed_file_adds_only_the_lines_that_changed()
    {
        using TestRepository repository = new();
        repository.Write("A.cs", "one\ntwo\nthree\nfour\nfive\n").Commit("first");
        repository.Git("mv", "A.cs", "B.cs");
        string renamed = repository.Write("B.cs", "one\ntwo\nthree\nfour\nfive\nsix\n").Commit("renamed");

        using GitRepository git = GitRepository.Open(repository.Root);

        CommittedFile file = Assert.Single(new CommitChanges(git).Of(renamed));
        Assert.Equal(("B.cs", 1), (file.Path, file.AddedCount));
    }

    [Fact]
    public void Commits_before_the_window_are_left_out()
    {
        using TestRepository repository = new();
        repository.Write("A.cs", "one\n").Commit("first");
        string second = repository.Write("A.cs", "two\n").Commit("second");

        using GitRepository git = GitRepository.Open(repository.Root);

        Assert.Equal([second], CommitWindow.Read(git, new DateTimeOffset(2026, 1, 1, 12, 2, 0, TimeSpan.Zero)).Select(c => c.Id));
    }

    [Fact]
    public void Working_trees_are_found_from_each_other()
    {
        using TestRepository repository = new();
        repository.Write("A.cs", "one\n").Commit("first");
        using TemporaryFolder folder = new();
        string linked = Path.Combine(folder.Path, "tree");
        repository.Git("worktree", "add", "-q", linked);

        using GitRepository main = GitRepository.Open(repository.Root);
        using GitRepository tree = GitRepository.Open(linked);

        Assert.Equal([repository.Root, linked], WorkingTrees.Roots(main));
        Assert.Equal([linked, repository.Root], WorkingTrees.Roots(tree));
    }
}
