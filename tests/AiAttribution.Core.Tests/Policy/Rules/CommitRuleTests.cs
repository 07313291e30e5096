using AiAttribution.Core.Evidence;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Tests.Fixtures;

namespace AiAttribution.Core.Tests.Policy.Rules;

public class CommitRuleTests
{
    private const string AssistedBy = "\"require\": { \"trailer\": { \"keys\": [\"Assisted-by\"], \"shape\": \"kernel\" } }";
    private const string AnyShape = "\"require\": { \"trailer\": { \"keys\": [\"Assisted-by\"] } }";
    private const string CoAuthor = "Co-authored-by: " + RuleScenario.Claude;

    [Theory]
    [InlineData("Assisted-by: Claude:claude-opus-4-8")]
    [InlineData("Assisted-by: Claude:claude-opus-4-8 coccinelle sparse")]
    [InlineData("assisted-by: Claude:claude-opus-4-8 [sparse]")]
    public void Kernel_shape_is_agent_and_model(string trailer) =>
        Assert.Empty(RuleScenario.Commit(AssistedBy, trailer + "\n" + CoAuthor).Findings);

    [Theory]
    [InlineData("Assisted-by: Claude")]
    [InlineData("Assisted-by: Claude Opus 4.8")]
    [InlineData("Assisted-by: :claude-opus-4-8")]
    [InlineData("Assisted-by: Claude:x <noreply@anthropic.com>")]
    public void Other_shape_than_the_kernel_s_violates(string trailer)
    {
        RuleFinding finding = Assert.Single(RuleScenario.Commit(AssistedBy, trailer + "\n" + CoAuthor).Findings);

        Assert.Equal((FindingKind.Violation, "commit 0123456789ab has a trailer Assisted-by of another shape: write it as 'Assisted-by: AGENT:MODEL'"), (finding.Kind, finding.Message));
    }

    [Fact]
    public void Missing_trailer_is_said_with_the_line_to_add()
    {
        RuleFinding finding = Assert.Single(RuleScenario.Commit(AssistedBy, CoAuthor).Findings);

        Assert.Equal("commit 0123456789ab has no trailer Assisted-by: add 'Assisted-by: AGENT:MODEL' to its message", finding.Message);
    }

    [Theory]
    [InlineData("Generated-by: Codex 1.4", 0)]
    [InlineData("Generated-by: Codex <codex@openai.com>", 1)]
    public void Apache_shape_is_a_tool_without_an_address(string trailer, int findings) =>
        Assert.Equal(findings, RuleScenario.Commit("\"require\": { \"trailer\": { \"keys\": [\"Generated-by\"], \"shape\": \"apache\" } }", trailer + "\n" + CoAuthor).Findings.Count);

    [Theory]
    [InlineData("Assisted-by: generic LLM chatbot", 0)]
    [InlineData("Assisted-by: ChatGPTv5", 0)]
    [InlineData("Assisted-by: Claude", 0)]
    [InlineData("Assisted-by: Ann Example", 1)]
    [InlineData("Assisted-by: LLVM 19", 1)]
    [InlineData("Assisted-by: none", 1)]
    public void Disclosure_counts_when_attribution_reads_it_as_one(string trailer, int findings) =>
        Assert.Equal(findings, RuleScenario.Commit(AnyShape, trailer + "\n" + CoAuthor).Findings.Count);

    [Fact]
    public void Disclosure_that_satisfies_a_rule_is_evidence_by_itself() => Assert.Equal(1, RuleScenario.Commit(AnyShape, "Assisted-by: LLM").Judged);

    [Fact]
    public void Disclosure_in_an_earlier_paragraph_counts_as_it_does_for_attribution() =>
        Assert.Empty(RuleScenario.Commit(AnyShape, "Assisted-by: Codex:gpt-5\n\n" + CoAuthor).Findings);

    [Fact]
    public void Disclosure_of_nothing_is_told_with_the_way_out()
    {
        RuleFinding finding = Assert.Single(RuleScenario.Commit(AnyShape, "Assisted-by: Ann Example\n" + CoAuthor).Findings);

        Assert.Equal("commit 0123456789ab has a trailer Assisted-by that names no agent and no model: write it as 'Assisted-by: AGENT:MODEL', and add an agent that is not known to evidence.agents of the policy", finding.Message);
    }

    [Fact]
    public void Commit_without_ai_evidence_is_not_asked_to_disclose() => Assert.Equal(0, RuleScenario.Commit(AssistedBy, "Reviewed-by: A <a@example.com>").Judged);

    [Theory]
    [InlineData(CoAuthor, 0)]
    [InlineData("Co-authored-by: Kim <kim@example.com>\nClaude-Session: https://claude.ai/code/session_abc", 1)]
    public void Co_author_discloses_only_when_it_is_an_agent(string trailers, int findings) =>
        Assert.Equal(findings, RuleScenario.Commit("\"require\": { \"trailer\": { \"keys\": [\"Co-authored-by\"] } }", trailers).Findings.Count);

    [Fact]
    public void Forbidden_trailer_violates() =>
        Assert.Single(RuleScenario.Commit("\"require\": { \"trailer\": { \"keys\": [\"Claude-Session\"], \"presence\": \"forbidden\" } }", "Claude-Session: https://claude.ai/code/session_abc").Findings);

    [Theory]
    [InlineData("Signed-off-by: " + RuleScenario.Claude, 1)]
    [InlineData("Signed-off-by: Claude Martin <claude.martin@example.com>", 0)]
    [InlineData("Signed-off-by: Dev <dev@example.com>\n" + CoAuthor, 0)]
    public void Sign_off_is_for_people(string trailers, int findings) =>
        Assert.Equal(findings, RuleScenario.Commit("\"require\": { \"aiSignOff\": \"forbidden\" }", trailers).Findings.Count);

    [Theory]
    [InlineData(CoAuthor, 1)]
    [InlineData("Assisted-by: Claude:claude-opus-4-8", 0)]
    public void Agent_as_co_author_can_be_forbidden(string trailers, int findings) =>
        Assert.Equal(findings, RuleScenario.Commit("\"require\": { \"aiCoAuthor\": \"forbidden\" }", trailers).Findings.Count);

    [Theory]
    [InlineData("required", CoAuthor, 1)]
    [InlineData("required", "Claude-Session: https://claude.ai/code/session_abc", 0)]
    [InlineData("forbidden", "Claude-Session: https://claude.ai/code/session_abc", 1)]
    [InlineData("forbidden", CoAuthor, 0)]
    public void Session_can_be_required_or_forbidden(string presence, string trailers, int findings) =>
        Assert.Equal(findings, RuleScenario.Commit($"\"require\": {{ \"session\": \"{presence}\" }}", trailers).Findings.Count);

    [Theory]
    [InlineData("Reviewed-by: Kim <kim@example.com>", 0)]
    [InlineData("Acked-by: Kim <kim@example.com>", 0)]
    [InlineData("Reviewed-by: Dev <dev@example.com>", 1)]
    [InlineData("Reviewed-by: " + RuleScenario.Claude, 1)]
    [InlineData("Reviewed-by: coderabbitai[bot] <136622811+coderabbitai[bot]@users.noreply.github.com>", 1)]
    [InlineData("Reviewed-by: Kim", 1)]
    public void Review_counts_when_it_is_by_another_person(string trailer, int findings) =>
        Assert.Equal(findings, RuleScenario.Commit("\"require\": { \"humanReview\": \"required\" }", trailer + "\n" + CoAuthor).Findings.Count);

    [Theory]
    [InlineData("[\"claude-*\"]", 0)]
    [InlineData("[\"codex\", \"copilot\"]", 1)]
    [InlineData("[]", 1)]
    public void Only_listed_agents_are_allowed(string agents, int findings) =>
        Assert.Equal(findings, RuleScenario.Commit($"\"require\": {{ \"agents\": {agents} }}", CoAuthor).Findings.Count);

    [Theory]
    [InlineData("Assisted-by: Claude:claude-opus-4-8", null)]
    [InlineData("Assisted-by: Codex:gpt-5", FindingKind.Violation)]
    [InlineData(CoAuthor, FindingKind.Gap)]
    internal void Model_that_is_not_stated_cannot_be_judged(string trailer, FindingKind? kind) =>
        Assert.Equal(kind, RuleScenario.Commit("\"require\": { \"models\": [\"claude-opus-*\"] }", trailer).Findings.SingleOrDefault()?.Kind);

    [Theory]
    [InlineData("Kim <kim@example.com>", 0)]
    [InlineData("dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>", 1)]
    [InlineData("copilot-swe-agent[bot] <198982749+Copilot@users.noreply.github.com>", 1)]
    public void Scope_knows_bots_from_the_rest(string author, int judged) =>
        Assert.Equal(judged, RuleScenario.Commit("\"scope\": { \"authors\": [\"bot\"] }, \"require\": { \"session\": \"required\" }", CoAuthor, author).Judged);

    [Theory]
    [InlineData(20, 1)]
    [InlineData(21, 0)]
    public void Added_lines_of_tests_do_not_count(int least, int judged) =>
        Assert.Equal(judged, RuleScenario.Commit(
            $"\"when\": {{ \"addedLines\": {least} }}, \"require\": {{ \"session\": \"required\" }}",
            CoAuthor,
            change: c => c with { Changes = [new ChangedFile("src/A.cs", 20, false), new ChangedFile("tests/A.cs", 90, true)] }).Judged);

    [Theory]
    [InlineData("src/**", 1)]
    [InlineData("docs/**", 0)]
    public void Commit_is_in_scope_when_it_changed_a_path(string paths, int judged) =>
        Assert.Equal(judged, RuleScenario.Commit(
            $"\"scope\": {{ \"paths\": [\"{paths}\"] }}, \"require\": {{ \"session\": \"required\" }}",
            CoAuthor,
            change: c => c with { Changes = [new ChangedFile("src/A.cs", 1, false)] }).Judged);

    [Fact]
    public void Commit_whose_parent_is_missing_cannot_be_judged_by_paths() =>
        Assert.Equal(FindingKind.Gap, Assert.Single(RuleScenario.Commit("\"scope\": { \"paths\": [\"src/**\"] }, \"require\": { \"session\": \"required\" }", CoAuthor).Findings).Kind);

    [Theory]
    [InlineData("\"grade\": \"weak\"", FindingKind.Lenient)]
    [InlineData("\"grade\": \"declared\"", null)]
    internal void Weak_evidence_is_told_at_most(string when, FindingKind? kind)
    {
        RuleVerdict verdict = RuleScenario.Commit(
            $"\"when\": {{ {when} }}, \"require\": {{ \"agents\": [] }}",
            CoAuthor,
            change: c => c with { Evidence = [.. c.Evidence.Select(e => e with { Grade = EvidenceGrade.Weak })] });

        Assert.Equal(kind, verdict.Findings.SingleOrDefault()?.Kind);
        Assert.False(verdict.Fails(RuleScenario.Today));
    }

    [Fact]
    public void Reduced_commit_holds_no_name_and_no_address()
    {
        var facts = new CommitFacts("0123", "Kim Tester", "kim@example.com", "Kim Tester", "kim@example.com", "Change\n\nReviewed-by: Lee <lee@example.com>\n");

        string reduced = System.Text.Json.JsonSerializer.Serialize(new CommitReducer(EvidenceOptions.Default, []).Reduce(facts, []));

        Assert.Contains("Reviewed-by", reduced, StringComparison.Ordinal);
        Assert.DoesNotContain("Kim", reduced, StringComparison.Ordinal);
        Assert.DoesNotContain("Lee", reduced, StringComparison.Ordinal);
        Assert.DoesNotContain("example.com", reduced, StringComparison.Ordinal);
    }
}
