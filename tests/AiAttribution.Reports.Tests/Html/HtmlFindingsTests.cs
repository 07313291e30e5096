using System.Text.RegularExpressions;
using AiAttribution.Core.Deployments;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Members;
using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Gate;
using AiAttribution.Core.Policy.Requirements;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Tests;
using AiAttribution.Core.Tests.Fixtures;
using AiAttribution.Reports.Html;

namespace AiAttribution.Reports.Tests.Html;

/// <summary>What is wrong is said once, with ways out that help.</summary>
public sealed class HtmlFindingsTests
{
    private const string Commit = "0123456789abcdef0123456789abcdef01234567";

    [Fact]
    public void What_is_said_of_many_members_is_said_once_and_the_members_are_rows()
    {
        string page = HtmlReport.Write(Untested(30));

        Assert.Equal(1, Regex.Count(page, "<p>No test runs it, and no deployment contains it: add a test that runs it.</p>"));
        Assert.Contains("AIA1001</a>: 30 findings</h3>", page, StringComparison.Ordinal);
        Assert.Contains("<details><summary>5 more</summary>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("AI-assisted (", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Sentences_that_differ_stay_apart()
    {
        ReportModel report = Untested(2);

        string page = HtmlReport.Write(report with { Members = [.. report.Members, Member(3, DeploymentTrail.Pending)] });

        Assert.Equal(2, Regex.Count(page, "AIA1001</a>: [12] findings?</h3>"));
    }

    [Fact]
    public void Budget_that_blocks_offers_what_helps_a_budget()
    {
        var budget = new PolicyRule("monthly", new PeriodBudgetRequirement(BudgetSpan.Month, new BudgetLimit(null, 500)));
        RuleVerdict exceeded = new(budget, 1, [new RuleFinding(FindingKind.Violation, RulePlace.Nowhere, "this month used too much")]);

        string ways = WaysOut(HtmlReport.Write(Untested(3) with { PolicyFile = "ai-attribution.json", Rules = [exceeded] }));

        Assert.Contains("<a href=\"#cost\">what used the tokens</a>", ways, StringComparison.Ordinal);
        Assert.DoesNotContain("Add a test", ways, StringComparison.Ordinal);
        Assert.DoesNotContain("waiver to copy", ways, StringComparison.Ordinal);
    }

    [Fact]
    public void Tags_are_fetched_only_where_no_deployment_is_known()
    {
        ReportModel unknown = Untested(1) with { Deployments = ReportDeployments.None };

        Assert.Contains("git fetch --tags", WaysOut(HtmlReport.Write(unknown)), StringComparison.Ordinal);
        string known = WaysOut(HtmlReport.Write(unknown with { Deployments = ReportDeployments.None with { Count = 1 } }));
        Assert.DoesNotContain("git fetch", known, StringComparison.Ordinal);
        Assert.Contains("say so with a tag like <code>v*</code>", known, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_rule_that_fails_has_a_way_out_by_its_name()
    {
        RuleVerdict Fails(string id, Requirement require) => new(new PolicyRule(id, require), 1, [new RuleFinding(FindingKind.Violation, RulePlace.Nowhere, "is wrong")]);

        string ways = WaysOut(HtmlReport.Write(Untested(1) with
        {
            PolicyFile = "ai-attribution.json",
            Rules = [Fails("cap", new PeriodBudgetRequirement(BudgetSpan.Month, new BudgetLimit(null, 500))), Fails("measured", new TestsRequirement(TestsDemand.Tested)), Fails("few-unknown", new UnknownRequirement(0.1)), Fails("told", new TrailerRequirement(["Assisted-by"], false, null))],
        }));

        Assert.Equal(["cap", "few-unknown", "measured", "told"], Regex.Matches(ways, "<li><strong>([a-z-]+)</strong>: ").Select(m => m.Groups[1].Value).Order());
    }

    [Fact]
    public void Test_that_is_missing_is_mended_by_no_deployment()
    {
        ReportModel report = Untested(1);
        RuleVerdict untested = new(new PolicyRule("tested", new TestsRequirement(TestsDemand.Tested)), 1,
            [new RuleFinding(FindingKind.Violation, new RulePlace("A.cs", 1, 12, null, "A.M1()"), "'A.M1()', where 8 of 9 code lines are AI, is executed by no test: add a test that runs it")]);

        string page = HtmlReport.Write(report with { Rules = [untested] });

        Assert.Contains("Add a test that runs the member", WaysOut(page), StringComparison.Ordinal);
        Assert.DoesNotContain("fetch the tags", WaysOut(page), StringComparison.Ordinal);
        Assert.Contains("<p>Is executed by no test: add a test that runs it.</p>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_within_the_page_lead_somewhere()
    {
        string page = HtmlReport.Write(ReportBuilder.Create());

        Assert.All(Regex.Matches(page, "href=\"#([a-z-]+)\"").Select(m => m.Groups[1].Value), id => Assert.Contains($" id=\"{id}\"", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Range_lists_its_own_findings_and_counts_the_older_ones()
    {
        ReportModel report = Untested(3);
        var judged = new JudgedRange("v1.0.0", "", []) { Commits = new HashSet<string> { "new" } };

        string page = HtmlReport.Write(report with { Judged = judged, Members = [.. report.Members, Member(4, DeploymentTrail.None, "new")] });

        Assert.Contains("AIA1001</a>: 1 finding</h3>", page, StringComparison.Ordinal);
        Assert.Contains("<p>3 older findings are not listed: the range changed nothing in their members, and a report without a range names them.</p>", page, StringComparison.Ordinal);
        Assert.Contains("<p>Answers 1 to 5 are about what came since v1.0.0, the others, folded, about all that is there.</p>", page, StringComparison.Ordinal);
    }

    private static string WaysOut(string page) => Regex.Match(page, "<h3>(?:Ways out|What helps)</h3>\n<ul.*?</ul>\n(?=<h3>|<p>|<div|</section>)", RegexOptions.Singleline).Value;

    private static ReportModel Untested(int members) => new() { Subject = "Lib", Commit = Commit, Members = [.. Enumerable.Range(1, members).Select(n => Member(n, DeploymentTrail.None))] };

    private static MemberRecord Member(int number, DeploymentTrail deployment, string commit = "old") =>
        ReportBuilder.Member($"A.M{number}()", "A.cs", number, new AiSource(EvidenceGrade.Declared, "codex", "gpt-5", null, commit, DeploymentTrail.None, null), TestTrail.None, deployment);
}
