using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Gate;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Tests.Fixtures;

namespace AiAttribution.Core.Tests.Model.Gate;

public class FindingTests
{
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
