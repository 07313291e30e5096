using AiAttribution.Core.Tests;
using AiAttribution.Engine.Repository;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Engine.Tests.Repository;

public class TestRunTests
{
    private const string Report = "<coverage><package><class filename=\"src/A.cs\"><line number=\"1\" hits=\"1\"/></class></package></coverage>";

    [Fact]
    public void Coverage_beside_results_of_a_failing_run_is_no_test_trail()
    {
        using TestRepository repository = WithReport();
        repository.Write("TestResults/r.trx", Trx("Failed"));

        Assert.Equal([LineCoverage.FailedRun], States(repository));
    }

    [Fact]
    public void Coverage_beside_results_of_a_passing_run_is_one()
    {
        using TestRepository repository = WithReport();
        repository.Write("TestResults/r.trx", Trx("Passed"));

        Assert.Equal([LineCoverage.Executed], States(repository));
    }

    [Fact]
    public void Failing_run_that_was_over_before_says_nothing()
    {
        using TestRepository repository = WithReport();
        repository.Write("TestResults/r.trx", Trx("Failed", finished: DateTime.UtcNow.AddHours(-1)));

        Assert.Equal([LineCoverage.Executed], States(repository));
    }

    [Fact]
    public void Run_that_names_the_report_as_its_own_decides_against_others_of_the_same_time()
    {
        using TestRepository repository = WithReport();
        repository.Write("TestResults/deploy/In/box/coverage.cobertura.xml", Report);
        repository.Write("TestResults/other.trx", Trx("Failed"));
        repository.Write("TestResults/own.trx", Trx("Passed", attachment: "box/coverage.cobertura.xml"));

        Assert.Equal([LineCoverage.Executed], States(repository));
    }

    [Fact]
    public void Copy_of_a_report_is_counted_once()
    {
        using TestRepository repository = WithReport();
        repository.Write("TestResults/deploy/In/box/coverage.cobertura.xml", Report);

        using CollectedRepository collection = Collect(repository);

        Assert.Equal(1, collection.History!.Coverage.Reports);
    }

    private static TestRepository WithReport()
    {
        var repository = new TestRepository();
        repository.Write("src/A.cs", "class A { int B() => 1; }\n");
        repository.Commit("Add A");
        return repository.Write("TestResults/0f/coverage.cobertura.xml", Report);
    }

    private static string Trx(string outcome, DateTime? finished = null, string? attachment = null)
    {
        DateTime finish = finished ?? DateTime.UtcNow.AddSeconds(1);
        string named = attachment is null ? "" : $"<A href=\"{attachment}\"/>";
        return $"<TestRun><Times start=\"{finish.AddSeconds(-30):o}\" finish=\"{finish:o}\"/><TestSettings><Deployment runDeploymentRoot=\"deploy\"/></TestSettings><Results><UnitTestResult outcome=\"{outcome}\"/></Results>{named}</TestRun>";
    }

    private static LineCoverage[] States(TestRepository repository)
    {
        using CollectedRepository collection = Collect(repository);
        return collection.History!.Coverage.Of("src/A.cs").Lines(1);
    }

    private static CollectedRepository Collect(TestRepository repository) =>
        Collector.Collect(new CollectOptions { StartDirectory = repository.Root, UseCache = false });
}
