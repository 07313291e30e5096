using System.Text;
using AiAttribution.Testing.Files;

namespace AiAttribution.Core.Tests.Tests;

public class TestRunReaderTests
{
    [Fact]
    public void Trx_counts_results_and_not_its_counters()
    {
        TestRun run = Run(
            """
            <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
              <Times start="2026-05-01T12:00:00+00:00" finish="2026-05-01T12:00:07+00:00"/>
              <Results><UnitTestResult outcome="Passed"/><UnitTestResult outcome="NotExecuted"/><UnitTestResult outcome="Passed"/></Results>
              <ResultSummary outcome="Completed"><Counters total="3" notExecuted="0"/></ResultSummary>
            </TestRun>
            """);

        Assert.Equal((2, 0, 1), (run.Passed, run.Failed, run.Skipped));
        Assert.False(run.IsFailing);
        Assert.Equal(TimeSpan.FromSeconds(7), run.Finish - run.Start);
    }

    [Theory]
    [InlineData("<TestRun><Results><UnitTestResult outcome='Failed'/></Results></TestRun>", true)]
    [InlineData("<TestRun><Results><UnitTestResult outcome='Timeout'/></Results></TestRun>", true)]
    [InlineData("<TestRun><Results><UnitTestResult outcome='Passed'/></Results><ResultSummary outcome='Aborted'/></TestRun>", true)]
    [InlineData("<TestRun><Results><UnitTestResult outcome='Passed'/></Results></TestRun>", false)]
    [InlineData("<testsuites><testsuite><testcase name='a'><failure/></testcase></testsuite></testsuites>", true)]
    [InlineData("<testsuite><testcase name='a'><error>x</error></testcase></testsuite>", true)]
    [InlineData("<testsuite><testcase name='a'><skipped/></testcase><testcase name='b'/></testsuite>", false)]
    public void Run_fails_when_a_test_does_or_the_run_itself(string xml, bool failing) => Assert.Equal(failing, Run(xml).IsFailing);

    [Fact]
    public void JUnit_cases_are_counted_and_suites_give_the_time()
    {
        TestRun run = Run(
            """
            <testsuites>
              <testsuite timestamp="2026-05-01T12:00:05" time="2.5"><testcase name="a"/><testcase name="b"><system-out>failure</system-out></testcase></testsuite>
              <testsuite timestamp="2026-05-01T12:00:00" time="1"><testcase name="c"><skipped message="later"/></testcase></testsuite>
            </testsuites>
            """);

        Assert.Equal((2, 0, 1), (run.Passed, run.Failed, run.Skipped));
        Assert.Equal(DateTimeOffset.Parse("2026-05-01T12:00:00Z"), run.Start);
        Assert.Equal(DateTimeOffset.Parse("2026-05-01T12:00:07.5Z"), run.Finish);
    }

    [Fact]
    public void Truncated_results_are_a_problem_with_their_place()
    {
        TestInput file = Read("<TestRun>\n<Results>");

        Assert.Null(file.Run);
        Assert.Equal(2, file.Problem!.Line);
    }

    [SharedDataFact]
    public void Shared_trx_is_a_failing_run_with_its_attachments()
    {
        TestRun run = TestInput.Read(File.ReadAllBytes(SharedData.PathOf("trails/r.trx")), DateTimeOffset.UnixEpoch).Run!;

        Assert.Equal((5, 1, 1), (run.Passed, run.Failed, run.Skipped));
        Assert.Equal("_vm_2026-11-22_01_28_29", run.AttachmentFolder);
        Assert.Contains("vm/coverage.cobertura.xml", run.Attachments);
    }

    [Theory]
    [InlineData("9999-12-31T23:59:59", "35")]
    [InlineData("9999-12-31T23:59:59-14:00", "1e6")]
    [InlineData("9999-12-31T23:59:59+14:00", "9999999")]
    [InlineData("0001-01-01T00:00:00", "1e308")]
    [InlineData("0001-01-01T00:00:00Z", "NaN")]
    [InlineData("2026-05-01T12:00:00", "-1")]
    public void Times_at_the_ends_of_the_calendar_are_read(string timestamp, string seconds) =>
        Assert.Equal(1, Run($"<testsuite timestamp='{timestamp}' time='{seconds}'><testcase name='a'/></testsuite>").Passed);

    [Fact]
    public void Run_that_would_end_after_the_last_day_ends_on_it() =>
        Assert.Equal(DateTimeOffset.MaxValue, Run("<testsuite timestamp='9999-12-31T23:59:59' time='35'/>").Finish);

    private static TestRun Run(string xml) => Read(xml).Run!;

    private static TestInput Read(string xml) => TestInput.Read(Encoding.UTF8.GetBytes(xml), DateTimeOffset.UnixEpoch);
}
