using AiAttribution.Core.Deployments;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Members;
using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Gate;
using AiAttribution.Core.Policy.Requirements;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Tests.Fixtures;

namespace AiAttribution.Core.Tests.Model.Gate;

public class FindingTests
{
    private static readonly AiSource Declared = new(EvidenceGrade.Declared, "claude-code", null, null, "0123456789ab", DeploymentTrail.Unknown, null);

    [Fact]
    public void What_blocks_comes_first_and_what_is_waived_last() => Assert.Equal(
        ["AIA2002 blocks", "AIA2002", "AIA2012", "AIA1002", "AIA2001 waived"],
        Finding.AllOf(ReportBuilder.Create()).Select(f => f.Code + (f.Blocks ? " blocks" : "") + (f.Waiver is null ? "" : " waived")));

    [Fact]
    public void Member_is_not_told_twice_that_it_has_no_trail()
    {
        ReportModel report = HostileReport.Blocking(1);

        Assert.Equal("AIA2001", Assert.Single(Finding.AllOf(report)).Code);
        Assert.Equal("AIA1001", Assert.Single(Finding.AllOf(report with { Rules = [] })).Code);
    }

    [Fact]
    public void Member_that_was_not_measured_is_told_once_by_the_rule_on_tests()
    {
        MemberRecord member = ReportBuilder.Member("Calc.Add(int, int)", "src/Lib/Calc.cs", 10, Declared, TestTrail.Unmeasured, DeploymentTrail.Unknown);
        var gap = new RuleFinding(FindingKind.Gap, new RulePlace("src/Lib/Calc.cs", 10, 12, null, "Calc.Add(int, int)"), "'Calc.Add(int, int)' was not measured");
        var report = new ReportModel { Subject = "Lib", Commit = "0123456789ab", Members = [member], Rules = [new RuleVerdict(new PolicyRule("tested", new TestsRequirement(TestsDemand.Tested)), 1, [gap])] };

        Assert.Equal("AIA2012", Assert.Single(Finding.AllOf(report)).Code);
        Assert.Equal("AIA1005", Assert.Single(Finding.AllOf(report with { Rules = [] })).Code);
    }

    [Fact]
    public void Report_of_a_range_has_only_the_members_of_its_commits()
    {
        MemberRecord old = ReportBuilder.Member("Calc.Add(int, int)", "src/Lib/Calc.cs", 10, Declared, TestTrail.None, DeploymentTrail.None);
        MemberRecord mine = ReportBuilder.Member("Calc.Sub(int, int)", "src/Lib/Calc.cs", 20, Declared with { Commit = "1123456789ab" }, TestTrail.None, DeploymentTrail.None);
        var report = new ReportModel { Subject = "Lib", Commit = "0123456789ab", Members = [old, mine], Judged = new JudgedRange("main", "The policy of 'main' decides.", []) { Commits = new HashSet<string> { "1123456789ab" } } };

        Assert.Equal("Calc.Sub(int, int)", Assert.Single(Finding.AllOf(report)).Member?.Name);
    }

    [Fact]
    public void Member_of_a_range_that_only_its_own_end_deploys_is_told_by_the_default_rule()
    {
        MemberRecord member = ReportBuilder.Member("Calc.Add(int, int)", "src/Lib/Calc.cs", 10, Declared, TestTrail.Unmeasured, DeploymentTrail.Deployed);
        var gap = new RuleFinding(FindingKind.Gap, new RulePlace("src/Lib/Calc.cs", 10, 12, null, "Calc.Add(int, int)"), "'Calc.Add(int, int)' was not measured");
        var report = new ReportModel
        {
            Subject = "Lib",
            Commit = "0123456789ab",
            Members = [member],
            Rules = [new RuleVerdict(PolicyRule.Default, 1, [gap])],
            Judged = new JudgedRange("v1", "The policy of 'v1' decides.", []) { Commits = new HashSet<string> { "0123456789ab" } },
        };

        Assert.Equal(("AIA2012", "Calc.Add(int, int)"), (Assert.Single(Finding.AllOf(report)).Code, Finding.AllOf(report)[0].Member?.Name));
        Assert.Equal("AIA1005", Assert.Single(Finding.AllOf(report with { Members = [ReportBuilder.Member("Calc.Add(int, int)", "src/Lib/Calc.cs", 10, Declared, TestTrail.Unmeasured, DeploymentTrail.Unknown)] })).Code);
    }

    [Fact]
    public void Missing_evidence_of_a_rule_is_one_finding_that_counts_the_rest()
    {
        ReportModel sample = ReportBuilder.Create();
        RuleVerdict tested = sample.Rules.Single(r => r.Rule.Id == "tested");

        Finding gap = Finding.OpenOf(sample with { Rules = [tested with { Findings = [tested.Findings[0], tested.Findings[0], tested.Findings[0]] }] })[0];

        Assert.EndsWith(" (and 2 more)", gap.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Finding_without_place_stands_at_its_rule()
    {
        Finding old = Finding.AllOf(ReportBuilder.Create()).Single(f => f.Code == "AIA2002" && !f.Blocks);

        Assert.Equal(("ai-attribution.json", 5, 5), (old.Place.Path, old.Place.Line, old.Place.Column));
    }

    [Fact]
    public void Expired_waiver_is_told_with_its_day()
    {
        ReportModel sample = ReportBuilder.Create();

        Finding finding = Finding.OpenOf(sample with { Today = new DateOnly(2027, 2, 1) }).Single(f => f.Code == "AIA2001");

        Assert.EndsWith("has no trail (its waiver, owner payments, expired on 2027-01-31)", finding.Message, StringComparison.Ordinal);
    }
}
