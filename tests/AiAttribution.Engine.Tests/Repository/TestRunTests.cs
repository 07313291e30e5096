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

    [Fact]
    public void Report_that_coverlet_merged_with_an_earlier_one_measures_what_either_run_did()
    {
        using TestRepository repository = WithSource();
        repository.Write("CoverageResults/coverage.json", CoverletJson(1, 0));
        repository.Write("CoverageResults/coverage.cobertura.xml", Cobertura(1, 1));

        Assert.Equal([LineCoverage.Executed, LineCoverage.Executed], States(repository, 2));
    }

    [Fact]
    public void Report_that_coverlet_is_to_merge_with_counts_by_its_own_time_beside_that_of_this_run()
    {
        using TestRepository repository = WithSource();
        repository.Write("CoverageResults/coverage.json", CoverletJson(1, 1));
        File.SetLastWriteTimeUtc(Path.Combine(repository.Root, "CoverageResults/coverage.json"), DateTime.UtcNow.AddHours(-1));
        using (CollectedRepository before = Collect(repository))
            Assert.Equal(FileMeasurement.Stale, before.History!.Coverage.Of("src/A.cs").Measurement);

        repository.Write("CoverageResults/coverage.cobertura.xml", Cobertura(1, 0));

        Assert.Equal([LineCoverage.Executed, LineCoverage.NotExecuted], States(repository, 2));
    }

    private static TestRepository WithSource()
    {
        var repository = new TestRepository();
        repository.Write("src/A.cs", "class A { int B() => 1;\n int C() => 2; }\n");
        repository.Commit("Add A");
        return repository;
    }

    /// <summary>What coverlet.msbuild writes of one test project, for the next to merge with.</summary>
    private static string CoverletJson(int first, int second) =>
        $$$"""{"A.dll":{"src/A.cs":{"A":{"System.Int32 A::B()":{"Lines":{"1":{{{first}}}} },"System.Int32 A::C()":{"Lines":{"2":{{{second}}}} } } } } }""";

    private static string Cobertura(int first, int second) =>
        $"<coverage timestamp=\"{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}\"><packages><package><classes><class filename=\"src/A.cs\"><lines><line number=\"1\" hits=\"{first}\"/><line number=\"2\" hits=\"{second}\"/></lines></class></classes></package></packages></coverage>";

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

    private static LineCoverage[] States(TestRepository repository, int lines = 1)
    {
        using CollectedRepository collection = Collect(repository);
        return collection.History!.Coverage.Of("src/A.cs").Lines(lines);
    }

    private static CollectedRepository Collect(TestRepository repository) =>
        Collector.Collect(new CollectOptions { StartDirectory = repository.Root, UseCache = false });
}
