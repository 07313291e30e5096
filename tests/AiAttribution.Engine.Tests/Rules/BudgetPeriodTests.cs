using AiAttribution.Core.Policy.Rules;
using AiAttribution.Engine.Tests.Fixtures;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Engine.Tests.Rules;

public sealed class BudgetPeriodTests : IDisposable
{
    private readonly TestRepository _repository = new();

    [Fact]
    public void Release_begins_after_the_newest_release_tag_below()
    {
        RuleRepository.Note(_repository, Commit("A.cs"), "s1", 100);
        _repository.Git("tag", "v1.0");
        RuleRepository.Note(_repository, Commit("B.cs"), "s2", 30, 0.25m);
        Commit("C.cs");
        _repository.Git("tag", "v1.1");

        BudgetPeriod release = Period(BudgetSpan.Release);

        Assert.Equal(("v1.0..HEAD", 30, 0.25m, 1, 1), (release.Name, release.Spent.Usage.Total, release.Spent.Computed, release.Commits, release.Unrecorded));
    }

    [Fact]
    public void Range_is_the_release_that_is_judged()
    {
        string first = Commit("A.cs");
        RuleRepository.Note(_repository, first, "s1", 100);
        RuleRepository.Note(_repository, Commit("B.cs"), "s2", 30);

        BudgetPeriod release = Assert.Single(RuleRepository.Inputs(_repository, first + "..HEAD").Periods, p => p.Span == BudgetSpan.Release);

        Assert.Equal((first + "..HEAD", 30), (release.Name, release.Spent.Usage.Total));
    }

    [Fact]
    public void Month_is_that_of_the_judged_commit_and_a_commit_by_nobody_known_is_no_gap()
    {
        RuleRepository.Note(_repository, Commit("A.cs"), "s1", 100);
        _repository.Write("hand.cs", "int h = 1;\n").Commit("by hand");

        BudgetPeriod month = Period(BudgetSpan.Month);

        Assert.Equal(("2026-01", true, 100, 0), (month.Name, month.IsCurrent, month.Spent.Usage.Total, month.Unrecorded));
    }

    [Fact]
    public void Merge_of_an_agent_needs_no_record()
    {
        RuleRepository.Note(_repository, Commit("A.cs"), "s1", 100);
        _repository.Git("checkout", "-q", "-b", "side", "HEAD~0");
        RuleRepository.Note(_repository, Commit("B.cs"), "s2", 10);
        _repository.Git("checkout", "-q", "main");
        _repository.Git("merge", "-q", "--no-ff", "-m", RuleRepository.Trailer, "side");

        Assert.Equal(0, Period(BudgetSpan.Release).Unrecorded);
    }

    [Fact]
    public void Tokens_of_lost_lines_are_told_and_work_on_other_files_is_left_out()
    {
        RuleRepository.Note(_repository, Commit("A.cs"), "gone", 100);
        _repository.Write("A.cs", "int other = 2;\n").Commit("by hand");
        RuleRepository.Note(_repository, _repository.Write("notes.txt", "text\n").Commit(RuleRepository.Trailer), "text", 500);
        RuleRepository.Note(_repository, Commit("B.cs"), "there", 40);

        BudgetPeriod release = Period(BudgetSpan.Release);

        Assert.Equal((640, 140, 40, 100), (release.Spent.Usage.Total, release.OnCode.Usage.Total, release.Surviving.Usage.Total, release.NotSurviving.Usage.Total));
    }

    [Fact]
    public void Price_of_the_policy_reaches_the_sums()
    {
        RuleRepository.Note(_repository, Commit("A.cs"), "s1", 1_000_000, 5);
        _repository.Write("ai-attribution.json", """{ "prices": [{ "models": ["claude-haiku-*"], "input": 1, "output": 7 }] }""");

        Assert.Equal(7m, Period(BudgetSpan.Month).Spent.Computed);
    }

    public void Dispose() => _repository.Dispose();

    private string Commit(string file) => _repository.Write(file, $"int {file[..1]} = Do();\n").Commit(RuleRepository.Trailer);

    private BudgetPeriod Period(BudgetSpan span) => Assert.Single(RuleRepository.Inputs(_repository).Periods, p => p.Span == span && p.IsCurrent);
}
