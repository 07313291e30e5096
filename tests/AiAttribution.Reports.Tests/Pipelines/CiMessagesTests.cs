using System.Text;
using AiAttribution.Core.Deployments;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Members;
using AiAttribution.Core.Model;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Tests;
using AiAttribution.Core.Tests.Fixtures;
using AiAttribution.Reports.Pipelines;

namespace AiAttribution.Reports.Tests.Pipelines;

public class CiMessagesTests
{
    private const string HostileName = "M]\n::error::x%0A|'[;,";
    private const string HostilePath = "a,b:c;d]%0A.cs";

    [Theory]
    [InlineData("GITHUB_ACTIONS", "true", CiSystem.GitHub)]
    [InlineData("TF_BUILD", "True", CiSystem.Azure)]
    [InlineData("GITLAB_CI", "true", CiSystem.GitLab)]
    [InlineData("TEAMCITY_VERSION", "2024.03", CiSystem.TeamCity)]
    [InlineData("GITHUB_ACTIONS", "", CiSystem.None)]
    internal void System_is_known_by_its_variable(string name, string value, CiSystem expected) =>
        Assert.Equal(expected, CiMessages.Detect(variable => variable == name ? value : null));

    [Theory]
    [InlineData(CiSystem.GitHub, "::error file=src/Lib/Calc.cs,line=30,col=1,title=AIA2002::commit 0123456789ab has no trailer")]
    [InlineData(CiSystem.Azure, "##vso[task.logissue type=error;sourcepath=src/Lib/Calc.cs;linenumber=30;columnnumber=1;code=AIA2002]commit 0123456789ab has no trailer")]
    [InlineData(CiSystem.TeamCity, "##teamcity[message text='error src/Lib/Calc.cs(30,1): AIA2002: commit 0123456789ab has no trailer")]
    internal void Finding_that_blocks_is_said_in_the_form_of_the_system(CiSystem system, string start) =>
        Assert.StartsWith(start, CiMessages.Directives(system, ReportBuilder.Create()), StringComparison.Ordinal);

    [Fact]
    public void Answer_of_the_gate_is_the_last_line() =>
        Assert.EndsWith("\nAiAttribution: 1 of 5 rules fails: disclosed.\n", CiMessages.Directives(CiSystem.GitHub, ReportBuilder.Create()), StringComparison.Ordinal);

    [Theory]
    [InlineData(CiSystem.GitHub, "::error file=a%2Cb%3Ac;d]%250A.cs,line=1,col=12,title=AIA2001::'M]\\u000A::error::x%250A|'[;,'")]
    [InlineData(CiSystem.Azure, "##vso[task.logissue type=error;sourcepath=a,b:c%3Bd%5D%AZP250A.cs;linenumber=1;columnnumber=12;code=AIA2001]'M%5D\\u000A::error::x%AZP250A|'[%3B,'")]
    [InlineData(CiSystem.TeamCity, "##teamcity[message text='error a,b:c;d|]%0A.cs(1,12): AIA2001: |'M|]\\u000A::error::x%0A|||'|[;,|'")]
    internal void Hostile_name_and_path_stay_within_one_directive(CiSystem system, string start)
    {
        var source = new AiSource(EvidenceGrade.Declared, "codex", null, null, "0123456789ab", DeploymentTrail.None, null);
        var report = new ReportModel { Subject = "Lib", Commit = "c", Rules = [HostileReport.Trails(ReportBuilder.Member(HostileName, HostilePath, 1, source, TestTrail.None, DeploymentTrail.None))] };

        string[] lines = CiMessages.Directives(system, report).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(2, lines.Length);
        Assert.StartsWith(start, lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Annotations_keep_the_limit_of_a_step_and_the_last_counts_the_rest()
    {
        string[] annotations = [.. CiMessages.Directives(CiSystem.GitHub, HostileReport.Blocking(30)).Split('\n').Where(l => l.StartsWith("::error", StringComparison.Ordinal))];

        Assert.Equal(10, annotations.Length);
        Assert.Equal("::error title=AiAttribution::21 more findings; the report has them all.", annotations[^1]);
    }

    [Fact]
    public void Errors_and_warnings_together_keep_the_limit_of_a_step()
    {
        ReportModel errors = HostileReport.Blocking(30);
        RuleVerdict warnings = errors.Rules[0] with { Rule = errors.Rules[0].Rule with { Id = "soft", Severity = RuleSeverity.Warning } };

        string text = CiMessages.Directives(CiSystem.GitHub, errors with { Rules = [errors.Rules[0], warnings] });

        Assert.Equal((10, 10), (text.Split("::error ").Length - 1, text.Split("::warning ").Length - 1));
    }

    [Theory]
    [InlineData(CiSystem.GitHub)]
    [InlineData(CiSystem.Azure)]
    [InlineData(CiSystem.TeamCity)]
    internal void Annotation_of_a_very_long_name_is_cut_before_it_is_escaped(CiSystem system)
    {
        MemberRecord member = HostileReport.Blocking(1).Members[0] with { Name = string.Concat(Enumerable.Repeat("%;]|\uD83D\uDE00", 20_000)) };

        string line = CiMessages.Directives(system, new ReportModel { Subject = "Lib", Commit = "c", Rules = [HostileReport.Trails(member)] }).Split('\n')[0];

        Assert.InRange(Encoding.UTF8.GetByteCount(line), 2000, 64_000);
        Assert.Contains("…", line, StringComparison.Ordinal);
        Assert.DoesNotContain("\uFFFD", Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(line)), StringComparison.Ordinal);
    }

    [Fact]
    public void Path_of_a_summary_stays_within_its_directive() =>
        Assert.Equal("##vso[task.uploadsummary]/a%5D\\u000A##vso[x%5D.md\n", CiMessages.AzureSummary("/a]\n##vso[x].md"));

    [Fact]
    public void Summary_of_two_releases_is_the_comparison() =>
        Assert.Equal(DeltaMarkdown.Write(DeltaBuilder.Report()), CiMessages.Summary(DeltaBuilder.Report()));

    [Fact]
    public void System_that_reads_no_output_gets_none() => Assert.Equal("", CiMessages.Directives(CiSystem.GitLab, ReportBuilder.Create()));

    [Fact]
    public void Summary_of_very_long_names_is_cut_at_a_line_and_says_so()
    {
        ReportModel report = HostileReport.Blocking(50);
        ReportModel huge = report with { Members = [.. report.Members.Select(m => m with { Name = new string('ü', 9000) })] };

        string summary = CiMessages.Summary(huge);

        const int mebibyte = 1 << 20;
        Assert.InRange(Encoding.UTF8.GetByteCount(summary), 150_000, 201_000);
        Assert.True(Encoding.UTF8.GetByteCount(summary) < mebibyte);
        Assert.EndsWith("|\n\nThe rest is in `AiAttribution.json`.\n", summary, StringComparison.Ordinal);
    }
}
