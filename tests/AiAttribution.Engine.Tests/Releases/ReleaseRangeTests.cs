using AiAttribution.Engine.Releases;
using AiAttribution.Engine.Repository;
using AiAttribution.Git.Repositories;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Engine.Tests.Releases;

public class ReleaseRangeTests
{
    [Fact]
    public void Two_ends_give_the_commits_between_them()
    {
        using TestRepository repository = Tagged("v1.0", "v1.1", "v1.2");

        ReleaseRange range = Read(repository, "v1.0..v1.2");

        Assert.Equal(("v1.0", "v1.2", 2, false), (range.Before, range.After, range.Range.Commits.Count, range.Range.IsCut));
        Assert.Equal(repository.Git("rev-parse", "v1.0").Trim(), range.BeforeCommit);
    }

    [Fact]
    public void End_that_is_left_out_is_head()
    {
        using TestRepository repository = Tagged("v1.0", "v1.1");

        Assert.Equal(("v1.0", "HEAD", 1), Shape(repository, "v1.0.."));
        Assert.Equal(("v1.0", "HEAD", 1), Shape(repository, "v1.0..."));
    }

    [Fact]
    public void Three_dots_start_where_the_branches_part()
    {
        using TestRepository repository = Tagged("v1.0");
        repository.Git("checkout", "-q", "-b", "work");
        repository.Write("W.cs", "work").Commit("Work");
        repository.Git("checkout", "-q", "main");
        repository.Write("M.cs", "main").Commit("Main");

        ReleaseRange range = Read(repository, "main...work");

        Assert.Equal(repository.Git("rev-parse", "v1.0").Trim(), range.BeforeCommit);
        Assert.Single(range.Range.Commits);
    }

    [Fact]
    public void Tag_is_compared_with_the_release_before_it()
    {
        using TestRepository repository = Tagged("v1.9", "v1.10", "other", "v1.11");

        Assert.Equal(("v1.10", "v1.11", 2), Shape(repository, "v1.11"));
    }

    [Fact]
    public void Release_before_is_kept_until_other_tags_decide()
    {
        using TestRepository repository = Tagged("v1.0", "v1.1", "v1.2");
        Assert.Equal(("v1.1", "v1.2", 1), Shape(repository, "v1.2"));
        Assert.Equal(("v1.1", "v1.2", 1), Shape(repository, "v1.2"));

        repository.Git("tag", "-d", "v1.1");

        Assert.Equal(("v1.0", "v1.2", 2), Shape(repository, "v1.2"));
    }

    [Fact]
    public void Release_before_is_in_the_history_whatever_was_tagged_last()
    {
        using TestRepository repository = Tagged("v1.0", "v2.0");
        repository.Git("checkout", "-q", "-b", "servicing", "v1.0");
        repository.Write("Fix.cs", "fix").Commit("Fix");
        repository.Git("tag", "v1.0.1");

        Assert.Equal(("v1.0", "v1.0.1", 1), Shape(repository, "v1.0.1"));
    }

    [Fact]
    public void Release_follows_the_plain_one_and_a_preview_follows_the_preview()
    {
        using TestRepository repository = Tagged("v1.0", "v2.0-rc.1", "v2.0-rc.2", "v2.0");

        Assert.Equal(("v1.0", "v2.0", 3), Shape(repository, "v2.0"));
        Assert.Equal(("v2.0-rc.1", "v2.0-rc.2", 1), Shape(repository, "v2.0-rc.2"));
    }

    [Fact]
    public void Head_is_compared_with_the_newest_release()
    {
        using TestRepository repository = Tagged("v1.0", "v1.1");
        repository.Write("Later.cs", "later").Commit("Later");

        Assert.Equal(("v1.1", "HEAD", 1), Shape(repository, "HEAD"));
    }

    [Fact]
    public void Policy_says_which_tags_are_releases()
    {
        using TestRepository repository = Tagged("ship-1", "v1.0", "ship-2");
        repository.Write("ai-attribution.json", """{ "deployment": { "tags": ["ship-*"] } }""").Commit("Policy");
        repository.Git("tag", "-f", "ship-2");

        Assert.Equal(("ship-1", "ship-2", 3), Shape(repository, "ship-2"));
    }

    [Theory]
    [InlineData("v1.0..v9", "'v9' names no commit")]
    [InlineData("v9..v1.0", "'v9' names no commit")]
    [InlineData("v9", "'v9' names no commit")]
    [InlineData("v1.0", "no release tag lies before 'v1.0'")]
    public void Wrong_end_is_named(string text, string message)
    {
        using TestRepository repository = Tagged("v1.0");

        RepositoryException error = Assert.Throws<RepositoryException>(() => Read(repository, text));

        Assert.Contains(message, error.Message);
        Assert.Contains("git fetch --tags", error.Remedy);
    }

    [Fact]
    public void Histories_without_a_common_commit_have_no_fork()
    {
        using TestRepository repository = Tagged("v1.0");
        repository.Git("checkout", "-q", "--orphan", "island");
        repository.Write("I.cs", "island").Commit("Island");

        Assert.Contains("no commit in common", Assert.Throws<RepositoryException>(() => Read(repository, "main...island")).Message);
    }

    private static TestRepository Tagged(params string[] tags)
    {
        var repository = new TestRepository();
        foreach (string tag in tags)
        {
            repository.Write("A.cs", tag).Commit("Before " + tag);
            repository.Git("tag", tag);
        }

        return repository;
    }

    private static (string Before, string After, int Commits) Shape(TestRepository repository, string text)
    {
        ReleaseRange range = Read(repository, text);
        return (range.Before, range.After, range.Range.Commits.Count);
    }

    private static ReleaseRange Read(TestRepository repository, string text) => ReleaseRange.Read(new CollectOptions { StartDirectory = repository.Root }, text);
}
