using System.Text.RegularExpressions;
using AiAttribution.Core.Deployments;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Members;
using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Gate;
using AiAttribution.Core.Outcomes;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Tests;
using AiAttribution.Core.Tests.Fixtures;
using AiAttribution.Reports.Html;
using AiAttribution.Reports.Markdown;

namespace AiAttribution.Reports.Tests.Html;

/// <summary>Answers at the top of the page say no more than is known.</summary>
public sealed class HtmlAnswerTests
{
    private static readonly AiSource Source = new(EvidenceGrade.Declared, "codex", "gpt-5", null, "0123456789ab", DeploymentTrail.None, null);

    [Fact]
    public void Without_a_policy_nothing_can_block_and_nothing_is_green()
    {
        string page = HtmlReport.Write(Report(TestTrail.None, TestTrail.Unmeasured));

        Assert.Contains("<p class=\"banner no-policy\"><span class=\"mark\" aria-hidden=\"true\">–</span> <strong>No policy: nothing can block.</strong> <span>1 of 2 AI-heavy members has neither a test nor a deployment. Of 1 more it cannot be told.</span></p>", page, StringComparison.Ordinal);
        Assert.Contains("No policy, so nothing can block; 2 findings are listed.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"banner clear\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_policy_what_cannot_be_told_is_no_answer_of_a_rule()
    {
        var gap = new RuleVerdict(PolicyRule.Default, 1, [new RuleFinding(FindingKind.Gap, RulePlace.Nowhere, "not measured")]);

        string page = HtmlReport.Write(Report(TestTrail.Unmeasured) with { Rules = [gap] });

        Assert.Contains("<strong>No policy: nothing can block.</strong> <span>Whether 1 of 1 AI-heavy member is tested or deployed cannot be told.</span>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, FindingKind.Violation, "1 of 2 AI-heavy members of this range has neither a test nor a deployment.")]
    [InlineData(1, FindingKind.Gap, "Whether 1 of 1 AI-heavy member of this range is tested or deployed cannot be told.")]
    [InlineData(3, null, "Each of 3 AI-heavy members of this range has a test or a deployment.")]
    [InlineData(0, null, "No AI-heavy member is of this range.")]
    internal void Without_a_policy_a_range_is_told_of_its_own_members(int judged, FindingKind? kind, string found)
    {
        var verdict = new RuleVerdict(PolicyRule.Default, judged, kind is { } known ? [new RuleFinding(known, RulePlace.Nowhere, "is wrong")] : []);

        string page = HtmlReport.Write(Report(TestTrail.Tested, TestTrail.None) with { Rules = [verdict], Judged = new JudgedRange("v1", "", []) });

        Assert.Contains($"<strong>No policy: nothing can block.</strong> <span>{found}</span>", page, StringComparison.Ordinal);
        Assert.Equal(kind is not null, page.Contains("<h3>What helps</h3>", StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_range_does_to_what_is_judged_stands_beside_the_answer()
    {
        var judged = new JudgedRange("v1", "The policy of v1 decides.", [new GateChange(GateChangeKind.Policy, "ai-attribution.json", 3, "takes the rule 'tested' away")]);

        string ship = Regex.Match(HtmlReport.Write(Report(TestTrail.Tested) with { Judged = judged }), "<section id=\"ship\".*?</section>", RegexOptions.Singleline).Value;

        Assert.Contains("<summary>! This change also changes what is judged, in 1 place</summary>", ship, StringComparison.Ordinal);
        Assert.Contains("<code>ai-attribution.json:3</code>", ship, StringComparison.Ordinal);
        Assert.Contains("<p>The policy of v1 decides.</p>", ship, StringComparison.Ordinal);
    }

    [Fact]
    public void Default_rule_that_a_build_enforces_can_block()
    {
        var held = new RuleVerdict(PolicyRule.Default with { Severity = RuleSeverity.Error }, 1, []);

        Assert.Contains("<strong>Nothing blocks.</strong>", HtmlReport.Write(Report(TestTrail.Tested) with { Rules = [held] }), StringComparison.Ordinal);
    }

    [Fact]
    public void Answer_changes_cost_what_came_of_it_and_what_is_not_known_stand_before_the_rules()
    {
        string page = HtmlReport.Write(ReportBuilder.Create());

        int banner = page.IndexOf("class=\"banner", StringComparison.Ordinal);
        int brief = page.IndexOf("<dl class=\"brief\">", StringComparison.Ordinal);
        Assert.True(banner < brief && brief < page.IndexOf("Rules of the policy", StringComparison.Ordinal));
        Assert.Contains("<dd>This release: ND 12.4 to 13.0, AI 8.1 to 9.0, tested 71 to 79 %, $14.00 to $14.68 per ND at least.</dd>", page, StringComparison.Ordinal);
        Assert.Contains("<dd>At least $12.50, 2,000,000 tokens; recorded for 12 of 34 AI commits.</dd>", page, StringComparison.Ordinal);
        Assert.Contains("what 22 of 34 AI commits cost", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_report_and_comment_tell_the_same_in_the_same_order()
    {
        ReportModel report = DeltaBuilder.Report();
        string[] lines = [.. Brief.Of(report).Select(l => l.Text)];

        string[] page = [.. Regex.Matches(Regex.Match(HtmlReport.Write(report), "<dl class=\"brief\">.*?</dl>", RegexOptions.Singleline).Value, "<dd[^>]*>(.*?)</dd>").Select(m => m.Groups[1].Value.Replace("&#39;", "'", StringComparison.Ordinal))];

        Assert.Equal(4, lines.Length);
        Assert.Equal(lines, page);
        Assert.All([MarkdownReport.Write(report), DeltaMarkdown.Write(report)], text => Assert.Equal(lines.Select(MarkdownText.Plain), Regex.Matches(text, "^- \\*\\*[A-Z][a-z ]+:\\*\\* (.*)$", RegexOptions.Multiline).Select(m => m.Groups[1].Value)));
    }

    [Fact]
    public void With_a_policy_that_holds_nothing_blocks() =>
        Assert.Contains("<p class=\"banner clear\"><span class=\"mark\" aria-hidden=\"true\">✓</span> <strong>Nothing blocks.</strong>", HtmlReport.Write(Report(TestTrail.Tested) with { PolicyFile = "ai-attribution.json" }), StringComparison.Ordinal);

    [Fact]
    public void Nothing_measured_is_no_share() =>
        Assert.Contains("Not known: no AI-heavy member was measured; tests refer to 1 of 3.", HtmlReport.Write(Report(TestTrail.Linked, TestTrail.Unmeasured, TestTrail.Unmeasured)), StringComparison.Ordinal);

    [Fact]
    public void Share_is_one_of_what_was_measured() =>
        Assert.Contains(
            "1 of 2 measured AI-heavy members ran in a passing test, measured on the code as it is. 3 of 5 were not measured; tests refer to 1 of 5.",
            HtmlReport.Write(Report(TestTrail.Tested, TestTrail.None, TestTrail.Linked, TestTrail.Stale, TestTrail.Unmeasured)), StringComparison.Ordinal);

    [Fact]
    public void Repository_is_called_by_its_name() =>
        Assert.Contains("<title>AI attribution of shop</title>", HtmlReport.Write(Report(TestTrail.Tested) with { Subject = ReportModel.WholeRepository, Repository = "shop" }), StringComparison.Ordinal);

    [Fact]
    public void Cost_is_answered_with_the_amount_and_the_tokens_first() =>
        Assert.Contains("<p class=\"lead known\">At least $12.50, 2,000,000 tokens; recorded for 12 of 34 AI commits.</p>", HtmlReport.Write(ReportBuilder.Create()), StringComparison.Ordinal);

    [Fact]
    public void Fills_of_the_map_stand_beside_the_map_and_nowhere_else()
    {
        string page = HtmlReport.Write(ReportBuilder.Create());

        Assert.Equal(["where"], Regex.Matches(page, "<section id=\"([a-z]+)\".*?</section>", RegexOptions.Singleline).Where(s => s.Value.Contains("fill=\"url(#p", StringComparison.Ordinal)).Select(s => s.Groups[1].Value));
    }

    [Fact]
    public void Columns_of_changes_that_say_nothing_are_left_out()
    {
        ReportModel report = ReportBuilder.Create();
        ReportSurvival survival = report.Survival!;
        DateTimeOffset now = survival.Changes.Max(c => c.Life.Landed).AddDays(1);

        string young = HtmlReport.Write(report with { Survival = survival with { Until = now, Changes = [.. survival.Changes.Where(c => c.Life.Landed == now.AddDays(-1) && c.Life.Alive > 0)] } });

        string table = Regex.Match(young, "<caption>AI changes.*?</table>", RegexOptions.Singleline).Value;
        Assert.Contains("cccccccccc", table, StringComparison.Ordinal);
        Assert.DoesNotMatch("too young|unknown", table);
    }

    [Fact]
    public void Changes_with_an_answer_come_first()
    {
        string[] answers = [.. Regex.Matches(Regex.Match(HtmlReport.Write(ReportBuilder.Create()), "<caption>AI changes.*?</table>", RegexOptions.Singleline).Value, "data-head=\"gone within 14 days\">(?:<[^>]*>)*([^<]+)").Select(m => m.Groups[1].Value)];

        Assert.Contains("too young", answers);
        Assert.Equal(answers.OrderBy(a => a == "too young"), answers);
        Assert.NotEqual("too young", answers[0]);
    }

    [Fact]
    public void Step_after_one_that_is_not_known_has_neither_bar_nor_zero()
    {
        FunnelStage[] funnel = [new(FunnelStep.Attributed, 50, 0, 0), new(FunnelStep.Executable, 39, 11, 0), new(FunnelStep.Tested, 0, 0, 39), new(FunnelStep.Deployed, 0, 0, 0), new(FunnelStep.Survived, 0, 0, 0)];

        string page = HtmlReport.Write(ReportBuilder.Create() with { Funnel = funnel });

        Assert.Contains("Not known: none of 39 executable AI lines was measured.", page, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(page, "data-head=\"reached\">not counted: the step before is not known</td>"));
        Assert.DoesNotContain("0.0 % tested and live", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_are_explained_on_the_page()
    {
        string page = HtmlReport.Write(Report(TestTrail.Tested));

        Assert.Contains("<a href=\"#words\">explained below</a>", page, StringComparison.Ordinal);
        Assert.Equal(["AI line", "member", "AI-heavy", "judged", "ND"], Regex.Matches(page, "<dt>([A-Za-z -]+)</dt><dd>").Select(m => m.Groups[1].Value).TakeLast(5));
    }

    private static ReportModel Report(params TestTrail[] trails) => new()
    {
        Subject = "Lib",
        Commit = "0123456789abcdef0123456789abcdef01234567",
        Members = [.. trails.Select((t, i) => ReportBuilder.Member($"A.M{i}", "A.cs", i + 1, Source, t, DeploymentTrail.Unknown))],
    };
}
