using System.Text;
using System.Text.RegularExpressions;
using AiAttribution.Core.Deployments;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Members;
using AiAttribution.Core.Model;
using AiAttribution.Core.Policy.Requirements;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Tests;
using AiAttribution.Core.Tests.Fixtures;
using AiAttribution.Reports.Html;
using static AiAttribution.Testing.Verify.Verifier;

namespace AiAttribution.Reports.Tests.Html;

public class HtmlReportTests
{
    private const string Hostile = "</code></th><script>alert(1)</script><img src=x onerror=\"alert('2')\">&{0}";

    private static readonly AiSource Source = new(EvidenceGrade.Declared, "codex", "gpt-5", null, "0123456789ab", DeploymentTrail.None, null);

    [Fact]
    public Task Report_with_something_in_every_place() => Verify(WithoutStyle(HtmlReport.Write(ReportBuilder.Create())), "html");

    [Fact]
    public Task Report_of_nothing_says_why() => Verify(
        WithoutStyle(HtmlReport.Write(new ReportModel { Subject = "Lib", Notes = [new(BuildProblemKinds.NoCommits, "the repository has no commit yet", "git commit")] })), "html");

    [Fact]
    public void Equal_models_give_equal_bytes() => Assert.Equal(HtmlReport.Write(ReportBuilder.Create()), HtmlReport.Write(ReportBuilder.Create()));

    [Fact]
    public void What_built_tests_refer_to_is_no_measurement()
    {
        MemberRecord linked = ReportBuilder.Create().Members[0];
        linked = linked with { Verdict = linked.Verdict with { Test = TestTrail.Linked } };
        MemberRecord unreferenced = linked with { Name = "Calc.Other()", Verdict = linked.Verdict with { Test = TestTrail.None, Searched = ["Lib.Tests"] } };

        string page = HtmlReport.Write(ReportBuilder.Create() with { Members = [linked, unreferenced] });

        Assert.Contains("Not known: no AI-heavy member was measured; tests refer to 1 of 2; no built test refers to 1.", page);
    }

    [Fact]
    public void Page_asks_the_eleven_questions_in_their_order()
    {
        string page = HtmlReport.Write(ReportBuilder.Create());

        string[] questions = [.. Regex.Matches(page, "<h2 id=\"[a-z]+-h\">([^<]+)</h2>").Select(m => m.Groups[1].Value)];

        Assert.Equal(
            [
                "May I ship this?", "What changed since the last release?", "What did it cost?", "What reached production, and does it last?",
                "What exactly was found, and where?", "Is it tested?", "Where did it go?", "Where is the AI-assisted code?", "How sure are we?",
                "Which exceptions are open?", "How was it computed?", "Five words of this page",
            ],
            questions);
    }

    [Fact]
    public void Hostile_texts_stay_text_in_every_place()
    {
        AiSource source = Source with { Agent = Hostile, Model = Hostile, Deployment = DeploymentTrail.Deployed, FirstDeployment = Hostile };
        ReportModel sample = ReportBuilder.Create();
        ReportModel report = sample with
        {
            Subject = Hostile,
            Commit = Hostile,
            PolicyFile = Hostile,
            Policy = sample.Policy with { Since = Hostile },
            Members = [ReportBuilder.Member(Hostile, Hostile, 1, source, TestTrail.None, DeploymentTrail.None), ReportBuilder.Member(Hostile, Hostile, 2, source, TestTrail.None, DeploymentTrail.Deployed)],
            Files = [new ReportFile(Hostile + "/" + Hostile, 9, 9, 0, 0, FileMeasurement.Measured)],
            Tests = new ReportTests(1, 1, 1, [Hostile]),
            Deployments = ReportDeployments.None with { Count = 1, Newest = Hostile },
            Rules = [new(new PolicyRule("r", new TestsRequirement(TestsDemand.Tested)), 1, [new RuleFinding(FindingKind.Violation, new RulePlace(Hostile, 1, 1, null, Hostile), Hostile)])],
            Artifacts = [new ReportArtifact(Hostile, Hostile)],
            Outcomes = sample.Outcomes! with { Places = [Hostile], LeftOut = [Hostile], Release = sample.Outcomes.Release! with { Name = Hostile } },
            Since = sample.Since! with { Name = Hostile },
            Delta = DeltaBuilder.Create() with { Before = DeltaBuilder.Point(Hostile, Hostile), After = DeltaBuilder.Point(Hostile, Hostile, DeltaBuilder.Member(Hostile, TestTrail.None, path: Hostile)) },
            Notes = [new BuildProblem(BuildProblemKinds.UnreadableTrail, Hostile, Hostile, Hostile)],
        };

        string page = HtmlReport.Write(report);

        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.DoesNotContain("onerror=\"", page, StringComparison.Ordinal);
        Assert.Contains("<code>&lt;/code&gt;&lt;/th&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=&quot;alert(&#39;2&#39;)&quot;&gt;&amp;{0}</code>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Name_that_a_shell_would_run_is_in_no_command()
    {
        ReportModel report = ReportBuilder.Create();

        string page = HtmlReport.Write(report with { Since = report.Since! with { Name = "v1;$(touch pwned)" } });

        Assert.DoesNotContain("report v1;", page, StringComparison.Ordinal);
        Assert.Contains("ai-attribution report v1.0..HEAD", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_loads_nothing_and_runs_nothing()
    {
        string page = HtmlReport.Write(ReportBuilder.Create());

        Assert.Contains("content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'\"", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("<(script|link|iframe|object|embed|form|base)\\b|\\son[a-z]+=|\\bsrc=|@import|url\\((?!#)", page);
    }

    [Fact]
    public void Every_table_has_caption_and_scopes_and_every_graphic_a_name_or_is_hidden()
    {
        string page = HtmlReport.Write(ReportBuilder.Create());

        Assert.Equal(Regex.Count(page, "<table>"), Regex.Count(page, "<table>\n<caption>[^<]+</caption>"));
        Assert.DoesNotMatch("<th(?![^>]*scope=)[ >]", page);
        Assert.All(Regex.Matches(page, "<svg[^>]*>.{0,400}", RegexOptions.Singleline), svg =>
            Assert.True(svg.Value.Contains("aria-hidden=\"true\"", StringComparison.Ordinal) || (svg.Value.Contains("role=\"img\"", StringComparison.Ordinal) && svg.Value.Contains("<title", StringComparison.Ordinal) && svg.Value.Contains("<desc", StringComparison.Ordinal))));
    }

    [Fact]
    public void Page_of_five_thousand_members_with_long_names_stays_below_a_megabyte()
    {
        ReportModel report = ReportBuilder.Create() with
        {
            Members = [.. Enumerable.Range(1, 5000).Select(n => ReportBuilder.Member($"{new string('M', 200)}{n}", $"src/{new string('<', 200)}/{n}.cs", n, Source, TestTrail.None, DeploymentTrail.None))],
            Files = [.. Enumerable.Range(1, 5000).Select(n => new ReportFile($"src/{new string('<', 200)}/{n}/a.cs", 9, 9, 0, 0, FileMeasurement.Measured))],
        };

        Assert.InRange(Encoding.UTF8.GetByteCount(HtmlReport.Write(report)), 100_000, 1_000_000);
    }

    [Fact]
    public void Findings_that_do_not_fit_are_counted()
    {
        ReportModel report = ReportBuilder.Create() with
        {
            Rules = [],
            Members = [.. Enumerable.Range(1, 1100).Select(n => ReportBuilder.Member($"M{n}", "a.cs", n, Source, TestTrail.None, DeploymentTrail.None))],
        };

        Assert.Matches("<p>[0-9]+ more are in <code>AiAttribution.json</code>.</p>", HtmlReport.Write(report));
    }

    [Fact]
    public Task Release_beside_the_one_before()
    {
        string page = HtmlReport.Write(DeltaBuilder.Report());

        return Verify(Regex.Match(page, "<section id=\"changes\".*?</section>", RegexOptions.Singleline).Value, "html");
    }

    [Fact]
    public void Map_has_an_area_for_each_member_by_its_trails_and_a_table_that_says_the_same()
    {
        string where = Regex.Match(WithoutHeads(HtmlReport.Write(ReportBuilder.Create())), "<section id=\"where\".*?</section>", RegexOptions.Singleline).Value;

        Assert.Equal(2, Regex.Count(where, "<svg class=\"map (wide|narrow)\" role=\"img\""));
        Assert.Equal(
            ["Calc.Add(int, int): 8 AI lines, neither tested nor known to be live p4", "Calc.Sub(int, int): 8 AI lines, live, not tested p5", "Calc.Mul(int, int): 8 AI lines, tested and live p0", "Calc.Div(int, int): 8 AI lines, tests not measured p2"],
            Regex.Matches(where, "<title>([^<]+)</title><rect [^>]*class=\"part\" fill=\"url\\(#(p[0-5])\\)\"").Select(m => $"{m.Groups[1].Value} {m.Groups[2].Value}").Distinct());
        Assert.Matches("<caption>AI lines of folders by tests and deployment, most first</caption>\n.*\n<tbody>\n<tr><th scope=\"row\"><code>src/Lib</code></th><td class=\"n\">1</td><td class=\"n\">60</td><td class=\"n\">8</td><td class=\"n\">8</td><td class=\"n\">8</td><td class=\"n\">8</td><td class=\"n\">28</td>", where);
    }

    [Fact]
    public void Members_too_small_for_the_map_are_put_together_by_state()
    {
        ReportModel report = ReportBuilder.Create() with
        {
            Members = [.. Enumerable.Range(1, 1000).Select(n => ReportBuilder.Member($"M{n}()", "src/a.cs", n, Source, TestTrail.None, DeploymentTrail.None))],
            Files = [new ReportFile("src/a.cs", 9000, 8000, 0, 0, FileMeasurement.Measured)],
        };

        Assert.Contains("<title>1,000 smaller members: 8,000 AI lines, neither tested nor known to be live</title>", HtmlReport.Write(report), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_rules_that_fail_offer_a_waiver_to_copy()
    {
        string page = HtmlReport.Write(ReportBuilder.Create());

        Assert.Equal(["Waive disclosed for a time"], Regex.Matches(page, "Waive [^<]+ for a time").Select(m => m.Value));
        Assert.Contains("<code>&quot;waivers&quot;: [\n  {\n    &quot;rule&quot;: &quot;disclosed&quot;,\n", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Budget_is_told_with_limit_what_is_spent_and_what_is_not_known()
    {
        string page = WithoutHeads(HtmlReport.Write(PeriodBuilder.Report(PeriodBuilder.Budget)));

        Assert.Matches("<th scope=\"row\">monthly-cap<br><span class=\"place\">month 2026-06</span></th><td>2,000,000 tokens and \\$50.00</td><td>at least 500,000 tokens and at least \\$12.50</td>.*at least 25.0 %.*1 AI commit without a full session record.*\\? within as far as known", page);
    }

    [Fact]
    public void Budget_is_told_where_no_session_is_recorded()
    {
        string page = WithoutHeads(HtmlReport.Write(PeriodBuilder.Report(PeriodBuilder.Budget) with { Tokens = null, Periods = [PeriodBuilder.Period(BudgetSpan.Month, "2026-06", true, 0, 0, 0, 4)] }));

        Assert.Contains("<td>unknown</td><td>–</td><td>4 AI commits without a full session record</td><td><span class=\"whole\">? cannot tell</span>", page, StringComparison.Ordinal);
    }

    private static string WithoutHeads(string page) => Regex.Replace(page, " data-head=\"[^\"]*\"", "");

    private static string WithoutStyle(string page) => Regex.Replace(page, "<style>.*?</style>", "<style></style>", RegexOptions.Singleline);
}
