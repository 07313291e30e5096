using AiAttribution.Core.Evidence;
using AiAttribution.Core.Policy.Requirements;
using AiAttribution.Core.Policy.Rules;

namespace AiAttribution.Core.Tests.Policy.Rules;

public class PullRequestTests
{
    [Theory]
    [InlineData("- [x] AI was used", true)]
    [InlineData("* [X] ai was used ", true)]
    [InlineData("1. [x] AI was used", true)]
    [InlineData("- [ ] AI was used", false)]
    [InlineData("- [x] No AI was used", false)]
    [InlineData("<!-- - [x] AI was used -->", false)]
    [InlineData("```\n- [x] AI was used\n```", false)]
    [InlineData("[x] AI was used", false)]
    public void Box_counts_when_it_is_ticked_and_no_example(string text, bool expected) => Assert.Equal(expected, new PullRequestText(text).IsTicked("AI was used"));

    [Theory]
    [InlineData("Fixes #1\r\n\r\nAI: Claude Code\r\n", true)]
    [InlineData("> - ai: yes", true)]
    [InlineData("About AI: nothing", false)]
    [InlineData("<!-- AI: name the tool", false)]
    [InlineData("", false)]
    public void Line_counts_by_its_pattern_without_the_marks_before_it(string text, bool expected) => Assert.Equal(expected, new PullRequestText(text).HasLine("AI: *"));

    [Theory]
    [InlineData("Written with **Claude Code** (Opus 4.8).", "claude-code", true)]
    [InlineData("Tool: GitHub Copilot", "copilot", true)]
    [InlineData("Tool: GitHub Copilot", "claude-code", false)]
    [InlineData("By Codex.", "unknown", true)]
    [InlineData("By hand.", "unknown", false)]
    public void Agent_is_named_by_any_of_its_names(string text, string agent, bool expected) => Assert.Equal(expected, new PullRequestText(text).NamesAgent(agent));

    [Theory]
    [InlineData("model: claude-opus-4-8", true)]
    [InlineData("with Claude Opus 4.8", true)]
    [InlineData("with Claude Sonnet 4.5", false)]
    public void Model_is_named_however_its_words_are_joined(string text, bool expected) => Assert.Equal(expected, new PullRequestText(text).NamesModel("claude-opus-4-8"));

    [Theory]
    [InlineData("- [x] AI was used\nAI: Claude Code, Claude Opus 4.8", null)]
    [InlineData("AI: Claude Code, Claude Opus 4.8", "no ticked box is like 'AI was used'")]
    [InlineData("- [x] AI was used\nClaude Code, Claude Opus 4.8", "no line is like 'AI: *'")]
    [InlineData("- [x] AI was used\nAI: Codex, GPT 5", "the agent claude-code is not named")]
    [InlineData("- [x] AI was used\nAI: Claude Code", "the model claude-opus-4-8 is not named")]
    public void All_that_the_rule_asks_must_hold(string text, string? missing)
    {
        (FindingKind Kind, string Message)? answer = All.Judge(Commit(new PullRequestText(text)));

        Assert.Equal(missing is null ? null : $"is not disclosed in its pull request, where {missing}: mend the text", answer?.Message);
        Assert.True(answer is null || answer.Value.Kind == FindingKind.Violation);
    }

    [Fact]
    public void Without_a_text_nobody_can_tell_and_the_way_out_is_said()
    {
        (FindingKind Kind, string Message)? answer = All.Judge(Commit(null));

        Assert.Equal(FindingKind.Gap, answer?.Kind);
        Assert.Contains("--pull-request FILE", answer?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_cut_text_lacks_may_stand_in_the_rest() =>
        Assert.Equal(FindingKind.Gap, All.Judge(Commit(new PullRequestText("- [x] AI was used", isCut: true)))?.Kind);

    [Fact]
    public void Text_of_any_length_is_judged_in_bounds() =>
        Assert.True(new PullRequestText(new string('[', PullRequestText.MostCharacters + 1)) is { IsCut: true } text && !text.IsTicked("x"));

    private static PullRequestRequirement All => new("AI was used", "AI: *", Agent: true, Model: true);

    private static CommitSubject Commit(PullRequestText? text) => new(
        "0123456789abcdef0123456789abcdef01234567",
        default,
        [new EvidenceStatement(EvidenceKind.CoAuthorTrailer, EvidenceGrade.Declared, "claude-code", "claude-opus-4-8", null, "Co-authored-by")],
        [])
    {
        PullRequest = text,
    };
}
