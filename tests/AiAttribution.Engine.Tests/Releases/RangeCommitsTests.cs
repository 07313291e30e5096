using AiAttribution.Core.Model.Release;
using AiAttribution.Engine.Releases;
using AiAttribution.Engine.Repository;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Engine.Tests.Releases;

public class RangeCommitsTests
{
    [Fact]
    public void Commits_say_whether_an_agent_took_part_and_are_numbered_by_builder()
    {
        using var repository = new TestRepository();
        string[] ids =
        [
            repository.Write("A.cs", "1").Commit("By hand", "Ann <ann@example.com>"),
            repository.Write("A.cs", "2").Commit("With an agent\n\nCo-authored-by: Claude <noreply@anthropic.com>\n", "Ann <ann@example.com>"),
            repository.Write("A.cs", "3").Commit("By hand", "Ben <ben@example.com>"),
        ];
        using CollectedRepository collection = Collector.Collect(new CollectOptions { StartDirectory = repository.Root, UseCache = false });

        IReadOnlyList<RangeCommit> commits = RangeCommits.Read(collection, ids);

        Assert.Equal(ids, commits.Select(c => c.Id));
        Assert.Equal([false, true, false], commits.Select(c => c.IsAi));
        Assert.Equal(commits[0].Builder, commits[1].Builder);
        Assert.NotEqual(commits[0].Builder, commits[2].Builder);
    }
}
