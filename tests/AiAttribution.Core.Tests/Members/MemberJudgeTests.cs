using AiAttribution.Core.Evidence;
using AiAttribution.Core.Members;
using AiAttribution.Core.Tests.Fixtures;

namespace AiAttribution.Core.Tests.Members;

public class MemberJudgeTests
{
    [Theory]
    [InlineData("00000", true)]
    [InlineData("0000", false)]
    [InlineData("00000ooooo", true)]
    [InlineData("00000oooooo", false)]
    [InlineData("00000uuuuuu", false)]
    [InlineData("uuuuuuuuuu", false)]
    [InlineData("oooooooooo", false)]
    [InlineData("", false)]
    public void Share_and_number_of_ai_lines_decide_whether_a_member_is_heavy(string marks, bool heavy) =>
        Assert.Equal(heavy, LineTableBuilder.Judge(LineTableBuilder.File(marks), LineTableBuilder.Source()).IsAiHeavy);

    [Fact]
    public void Share_that_is_met_exactly_counts_in_spite_of_binary_fractions()
    {
        VerdictPolicy policy = new(0.7, 1);

        Assert.True(new MemberTally(10, 7, 0, 0).IsAiHeavy(policy));
        Assert.False(new MemberTally(10, 6, 0, 0).IsAiHeavy(policy));
    }

    [Fact]
    public void Policy_without_limits_does_not_accuse_a_member_without_ai_lines() =>
        Assert.False(new MemberTally(3, 0, 0, 0).IsAiHeavy(new VerdictPolicy(0, 0)));

    [Fact]
    public void Tally_counts_code_ai_weak_and_unknown_lines()
    {
        MemberVerdict verdict = LineTableBuilder.Judge(LineTableBuilder.File("001uuo"), LineTableBuilder.Source(), LineTableBuilder.Source(grade: EvidenceGrade.Weak));

        Assert.Equal(new MemberTally(6, 3, 1, 2), verdict.Tally);
    }

    [Fact]
    public void Ai_lines_of_the_baseline_are_code_that_nobody_judges()
    {
        MemberVerdict verdict = LineTableBuilder.Judge(LineTableBuilder.File("000111111"), LineTableBuilder.Source(), LineTableBuilder.Source() with { BeforeBaseline = true });

        Assert.Equal(new MemberTally(9, 3, 0, 0), verdict.Tally);
        Assert.Single(verdict.Sources);
    }

    [Fact]
    public void Only_code_lines_of_the_member_count()
    {
        LineTable table = LineTableBuilder.File("0o0o0o0o0o") with { Sources = [LineTableBuilder.Source()] };

        MemberVerdict verdict = MemberJudge.Judge([1, 3, 5, 7, 9], table, new VerdictPolicy(1, 5));

        Assert.Equal((5, 5), (verdict.Tally.Code, verdict.Tally.Ai));
        Assert.Equal(Verdict.NeitherTestedNorDeployed, verdict.Verdict);
    }

    [Fact]
    public void Weak_lines_alone_make_a_member_heavy_but_never_accused()
    {
        MemberVerdict verdict = LineTableBuilder.Judge(LineTableBuilder.File("000000"), LineTableBuilder.Source(grade: EvidenceGrade.Weak));

        Assert.True(verdict.IsAiHeavy);
        Assert.Equal(Verdict.None, verdict.Verdict);
    }

    [Theory]
    [InlineData("0000111111", Verdict.None)]
    [InlineData("0000011111", Verdict.NeitherTestedNorDeployed)]
    internal void Weak_lines_do_not_help_to_reach_the_limits(string marks, Verdict expected) =>
        Assert.Equal(expected, LineTableBuilder.Judge(LineTableBuilder.File(marks), LineTableBuilder.Source(), LineTableBuilder.Source(grade: EvidenceGrade.Weak)).Verdict);

    [Fact]
    public void Sources_come_with_most_lines_first()
    {
        AiSource few = LineTableBuilder.Source(agent: "few");
        AiSource many = LineTableBuilder.Source(agent: "many");

        Assert.Equal([many, few], LineTableBuilder.Judge(LineTableBuilder.File("001111"), few, many).Sources);
    }
}
