using AiAttribution.Core.Deployments;
using AiAttribution.Git.Repositories;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Deployments;

public sealed class ContainmentTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Containment_is_what_git_says(int seed)
    {
        using TestRepository repository = new();
        string[] commits = Grow(repository, new Random(seed));
        using GitRepository opened = GitRepository.Open(repository.Root);

        ICommitOrder order = opened.CommitOrder(commits.Where((_, i) => i % 2 == 0), commits);

        foreach (string container in commits.Where((_, i) => i % 2 == 0))
        {
            var contained = repository.Git("rev-list", container).Split('\n', StringSplitOptions.RemoveEmptyEntries).ToHashSet();
            Assert.Equal(commits.Where(contained.Contains), commits.Where(c => order.IsAncestor(c, container)));
        }
    }

    [Fact]
    public void Commit_that_is_not_here_contains_nothing()
    {
        using TestRepository repository = new();
        string commit = repository.Write("a", "a").Commit("a");
        using GitRepository opened = GitRepository.Open(repository.Root);

        Assert.False(opened.CommitOrder([new string('e', 40)], [commit]).IsAncestor(commit, new string('e', 40)));
    }

    /// <summary>Commits on branches that fork and merge at random.</summary>
    private static string[] Grow(TestRepository repository, Random random)
    {
        List<string> commits = [repository.Write("f0", "x").Commit("0")];
        for (int i = 1; i < 30; i++)
        {
            repository.Git("checkout", "-q", "--detach", commits[random.Next(commits.Count)]);
            string other = commits[random.Next(commits.Count)];
            commits.Add(random.Next(3) == 0 && repository.Git("merge-base", "HEAD", other).Trim() is var fork && fork != other && fork != repository.Head
                ? repository.Merge(other)
                : repository.Write($"f{i}", "x").Commit($"{i}"));
        }

        return [.. commits.Distinct()];
    }
}
