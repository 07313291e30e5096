using AiAttribution.Core.Lines;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;
using AiAttribution.Git.Tests.Fixtures;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Scanning;

public class BaselineTests
{
    [Theory]
    [InlineData("v1")]
    [InlineData("2026-01-01T12:01:30Z")]
    public void AI_lines_before_the_baseline_stay_AI_and_are_marked(string since)
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", "one\n").Commit(ScanRunner.ByClaude);
        repository.Git("tag", "v1");
        repository.Write("B.cs", "two\n").Commit(ScanRunner.ByClaude);

        AttributionResult result = ScanRunner.Scan(repository, new ScanOptions { Since = since }).Attribution;

        Assert.Equal([true, false], result.Sources.Select(source => source.BeforeBaseline));
        Assert.All(result.Files.Values, file => Assert.Equal(1, file.Count(LineState.Ai)));
    }

    [Fact]
    public void A_baseline_that_names_nothing_is_refused_with_the_way_out()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", "one\n").Commit(ScanRunner.ByClaude);

        var problem = Assert.Throws<RepositoryException>(() => ScanRunner.Scan(repository, new ScanOptions { Since = "v9" }));

        Assert.Equal(RepositoryProblem.BadRevision, problem.Problem);
        Assert.Contains("v9", problem.Message, StringComparison.Ordinal);
    }
}
